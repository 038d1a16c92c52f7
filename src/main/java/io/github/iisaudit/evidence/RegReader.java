package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ClientSetting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads registry exports.
 *
 * @see <a href="https://support.microsoft.com/help/310516">KB 310516: registration entries (.reg) files</a>
 */
final class RegReader {

    /** Longer are neither keys nor values that matter, and what is behind is of no use. */
    private static final int LONGEST = 1 << 16;

    private final Switch found;
    private final StringBuilder whole = new StringBuilder();
    private String key = "";
    private int line;
    private int began;

    private RegReader(String file) {
        this.found = new Switch(file);
    }

    static List<ClientSetting> read(String file, Reader text) throws IOException {
        RegReader reader = new RegReader(file);
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.take(line);
        }
        reader.end();
        return reader.found.settings();
    }

    /** A line may go on in the next, after a backslash at its end. */
    private void take(String text) throws IOException {
        line++;
        if (whole.length() == 0) {
            began = line;
        }
        String stripped = text.strip();
        boolean goesOn = stripped.endsWith("\\") && (whole.length() > 0 || stripped.contains("=hex"));
        int end = stripped.length() - (goesOn ? 1 : 0);
        whole.append(stripped, 0, Math.min(end, LONGEST - whole.length()));
        if (!goesOn) {
            end();
        }
    }

    private void end() {
        String text = whole.toString();
        whole.setLength(0);
        if (text.startsWith("[-") && text.endsWith("]")) {
            key = "";
            found.deleteKey(text.substring(2, text.length() - 1));
        } else if (text.startsWith("[")) {
            key = text.endsWith("]") ? text.substring(1, text.length() - 1) : "";
        } else {
            value(text);
        }
    }

    private void value(String text) {
        int end = endOfName(text);
        String rest = end < 0 ? "" : text.substring(end + 1).stripLeading();
        if (!rest.startsWith("=")) {
            return;
        }
        String name = text.substring(1, end).replaceAll("\\\\(.)", "$1");
        int comment = rest.indexOf(';');
        String data = (comment < 0 ? rest.substring(1) : rest.substring(1, comment)).strip();
        if (data.equals("-")) {
            found.delete(key, name);
        } else {
            number(data.toLowerCase(Locale.ROOT).replace(" ", ""))
                    .ifPresent(value -> found.set(key, name, value, began));
        }
    }

    /** Where the quote is that ends the name with which a line begins; -1 where there is none. */
    private static int endOfName(String text) {
        int at = text.startsWith("\"") ? 1 : text.length();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < text.length() ? at : -1;
    }

    /** A number, however it is written: {@code dword:00000001}, {@code hex(4):01,00,00,00}. */
    private static Optional<Long> number(String data) {
        try {
            if (data.startsWith("dword:")) {
                return Optional.of(Long.parseLong(data.substring(6), 16));
            } else if (data.startsWith("hex(4):") || data.startsWith("hex(b):")) {
                String[] bytes = data.substring(7).split(",");
                long value = 0;
                for (int i = bytes.length - 1; i >= 0; i--) {
                    value = value << 8 | Long.parseLong(bytes[i], 16);
                }
                return Optional.of(value);
            }
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
