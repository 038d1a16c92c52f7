package io.github.iisaudit.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of a log from one {@code #Fields} line to the next, as far as they matter; -1 for those that are not there.
 *
 * @param names all of them, in lower case, in order
 * @see <a href="https://www.w3.org/TR/WD-logfile">Extended Log File Format</a>
 */
record LogFields(
        List<String> names,
        int date,
        int time,
        int site,
        int computer,
        int serverIp,
        int port,
        int host,
        int stem,
        int user,
        int client,
        int agent,
        int status,
        int substatus,
        int win32) {

    /** No rows can be read before the first line of columns. */
    static final LogFields NONE = of("");

    /** Reads what follows {@code #Fields:}. */
    static LogFields of(String columns) {
        List<String> names = new ArrayList<>();
        for (String name : columns.strip().split("[ \\t]+")) {
            if (!name.isEmpty()) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return new LogFields(
                names,
                first(names, "date", "date-utc", "date-local"),
                first(names, "time", "time-utc", "time-local"),
                first(names, "s-sitename", "s-siteid"),
                first(names, "s-computername"),
                first(names, "s-ip"),
                first(names, "s-port"),
                first(names, "cs-host", "cs(host)"),
                first(names, "cs-uri-stem", "cs-uri"),
                first(names, "cs-username"),
                first(names, "c-ip"),
                first(names, "cs(user-agent)"),
                first(names, "sc-status"),
                first(names, "sc-substatus"),
                first(names, "sc-win32-status"));
    }

    private static int first(List<String> names, String... wanted) {
        for (String name : wanted) {
            if (names.contains(name)) {
                return names.indexOf(name);
            }
        }
        return -1;
    }

    int size() {
        return names.size();
    }

    /** The columns without which nothing can be decided, in the order of IIS's own list. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        note(missing, "date", date);
        note(missing, "time", time);
        note(missing, "cs-uri-stem", stem);
        note(missing, "cs-username", user);
        note(missing, "c-ip", client);
        note(missing, "sc-status", status);
        note(missing, "sc-substatus", substatus);
        note(missing, "sc-win32-status", win32);
        return missing;
    }

    private static void note(List<String> missing, String name, int column) {
        if (column < 0) {
            missing.add(name);
        }
    }
}
