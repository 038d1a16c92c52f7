package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ClientSetting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads a registry policy file.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/policy/registry-policy-file-format">Registry policy file
 *     format</a>
 */
final class PolicyReader {

    private static final int HEADER = 8;
    private static final int DWORD = 4;
    private static final int QWORD = 11;

    private final byte[] bytes;
    private final String hive;
    private final Switch found;
    private int place = HEADER;

    private PolicyReader(String file, byte[] bytes, boolean isOfMachine) {
        this.bytes = bytes;
        this.hive = isOfMachine ? "HKLM\\" : "HKCU\\";
        this.found = new Switch(file);
    }

    /** @param isOfMachine whether it is the computer's half of a policy */
    static List<ClientSetting> read(String file, byte[] bytes, boolean isOfMachine) throws UnreadableEvidenceException {
        PolicyReader reader = new PolicyReader(file, bytes, isOfMachine);
        try {
            while (reader.place + 2 <= bytes.length) {
                reader.entry();
            }
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableEvidenceException("it is cut short");
        }
        return reader.found.settings();
    }

    /** {@code [key;value;type;size;data]} in UTF-16. */
    private void entry() throws UnreadableEvidenceException {
        expect('[');
        String key = hive + text();
        expect(';');
        String name = text();
        expect(';');
        int type = number();
        expect(';');
        int size = number();
        expect(';');
        int data = place;
        if (size < 0 || size > bytes.length - data) {
            throw new IndexOutOfBoundsException();
        }
        place += size;
        expect(']');
        if (type == DWORD && size >= 4 || type == QWORD && size >= 8) {
            found.set(key, name, number(data) & 0xFFFFFFFFL, 0);
        }
        delete(key, name, data, size);
    }

    /** Names that begin with two stars are orders. */
    private void delete(String key, String name, int data, int size) {
        String order = name.toLowerCase(Locale.ROOT);
        if (order.startsWith("**del.")) {
            found.delete(key, name.substring(6));
        } else if (order.startsWith("**delvals")) {
            found.delete(key, "DisableNTLMPreAuth");
        } else if (order.equals("**deletevalues")) {
            for (String each : new String(bytes, data, size, StandardCharsets.UTF_16LE).split("[;\0]")) {
                found.delete(key, each.strip());
            }
        } else if (order.equals("**deletekeys")) {
            for (String each : new String(bytes, data, size, StandardCharsets.UTF_16LE).split("[;\0]")) {
                found.deleteKey(key + "\\" + each.strip());
            }
        }
    }

    private void expect(char wanted) throws UnreadableEvidenceException {
        if (character() != wanted) {
            throw new UnreadableEvidenceException("it is damaged");
        }
    }

    private char character() {
        char c = (char) (bytes[place] & 0xFF | (bytes[place + 1] & 0xFF) << 8);
        place += 2;
        return c;
    }

    private String text() {
        int from = place;
        while (character() != 0) {
            continue;
        }
        return new String(bytes, from, place - 2 - from, StandardCharsets.UTF_16LE);
    }

    private int number() {
        int number = number(place);
        place += 4;
        return number;
    }

    private int number(int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
