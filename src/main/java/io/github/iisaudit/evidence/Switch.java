package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ClientSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The value {@code DisableNTLMPreAuth} while a file of the registry is read line by line: a later line wins over an earlier one for the
 * same key.
 */
final class Switch {

    private static final String KEY = "software\\microsoft\\windows\\currentversion\\internet settings";
    private static final String NAME = "disablentlmpreauth";

    private final String file;
    private final SortedMap<String, ClientSetting> byKey = new TreeMap<>();

    Switch(String file) {
        this.file = file;
    }

    /** Whether a value is it, ignoring case. */
    static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).equals(NAME);
    }

    /** Sets a value, whatever it is; another than this one is left alone. */
    void set(String key, String name, long value, long line) {
        set(key, name, new ClientSetting(file, line, value, scope(key), false));
    }

    void set(String key, String name, ClientSetting setting) {
        if (isNamed(name) && isIt(key)) {
            byKey.put(folded(key), setting);
        }
    }

    void delete(String key, String name) {
        if (isNamed(name)) {
            byKey.remove(folded(key));
        }
    }

    /** A key goes, with all below it. */
    void deleteKey(String key) {
        String gone = folded(key);
        byKey.remove(gone);
        byKey.subMap(gone + "\\", gone + (char) ('\\' + 1)).clear();
    }

    /** In the order of their lines. */
    List<ClientSetting> settings() {
        List<ClientSetting> settings = new ArrayList<>(byKey.values());
        settings.sort((a, b) -> Long.compare(a.line(), b.line()));
        return settings;
    }

    private static boolean isIt(String key) {
        String folded = folded(key);
        return folded.endsWith("\\" + KEY) && !scope(key).isEmpty();
    }

    private static String folded(String key) {
        String folded = key.strip().toLowerCase(Locale.ROOT);
        for (String[] name :
                new String[][] {{"hkcu", "hkey_current_user"}, {"hklm", "hkey_local_machine"}, {"hku", "hkey_users"}}) {
            if (folded.startsWith(name[0] + "\\")) {
                return name[1] + folded.substring(name[0].length());
            }
        }
        return folded;
    }

    /** Of a user's own hive only that it is one: its name tells who it is. */
    static String scope(String key) {
        String hive = folded(key).split("\\\\", 2)[0];
        return switch (hive) {
            case "hkey_current_user" -> "HKCU";
            case "hkey_users" -> "HKU";
            case "hkey_local_machine" -> "HKLM";
            default -> "";
        };
    }
}
