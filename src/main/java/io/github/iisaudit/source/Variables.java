package io.github.iisaudit.source;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The environment variables of a server: those that every Windows has, and those that were given. Immutable. */
final class Variables {

    private static final int DEPTH = 8;

    /**
     * In characters.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation">Maximum path length limitation</a>
     */
    private static final int LONGEST = 32_767;

    private final NavigableMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * The variables of a server.
     *
     * @param systemDrive the letter of the drive that Windows is on
     * @param given variables that are added or take the place of those of every Windows
     */
    Variables(String systemDrive, Map<String, String> given) {
        values.put("SystemDrive", systemDrive + ":");
        values.put("HOMEDRIVE", "%SystemDrive%");
        values.put("SystemRoot", "%SystemDrive%\\Windows");
        values.put("windir", "%SystemRoot%");
        values.put("ProgramFiles", "%SystemDrive%\\Program Files");
        values.put("ProgramFiles(x86)", "%SystemDrive%\\Program Files (x86)");
        values.put("ProgramW6432", "%SystemDrive%\\Program Files");
        values.put("CommonProgramFiles", "%ProgramFiles%\\Common Files");
        values.put("CommonProgramFiles(x86)", "%ProgramFiles(x86)%\\Common Files");
        values.put("CommonProgramW6432", "%ProgramW6432%\\Common Files");
        values.put("ProgramData", "%SystemDrive%\\ProgramData");
        values.put("ALLUSERSPROFILE", "%ProgramData%");
        values.put("PUBLIC", "%SystemDrive%\\Users\\Public");
        values.putAll(given);
    }

    /** A text with every {@code %NAME%} in it replaced; a lone percent sign stays. */
    String expand(String text) throws UnresolvedPathException {
        return text.indexOf('%') < 0 ? text : new Expansion().expand(text, 0);
    }

    /** One text with what its variables stand for, and what those stand for: each may name many others. */
    private final class Expansion {

        private int replaced;

        private String expand(String text, int depth) throws UnresolvedPathException {
            StringBuilder expanded = new StringBuilder();
            int done = 0;
            for (int start = text.indexOf('%'); start >= 0; start = text.indexOf('%', start + 1)) {
                int end = text.indexOf('%', start + 1);
                if (end < 0 || !isName(text, start + 1, end)) {
                    continue;
                }
                String name = text.substring(start + 1, end);
                expanded.append(text, done, start).append(value(name, depth));
                start = end;
                done = end + 1;
                replaced++;
                if (replaced > LONGEST || expanded.length() > LONGEST) {
                    throw new UnresolvedPathException("variable %" + name + "% makes it longer than Windows has paths");
                }
            }
            return expanded.append(text, done, text.length()).toString();
        }

        private String value(String name, int depth) throws UnresolvedPathException {
            String value = values.get(name);
            if (value == null) {
                throw new UnresolvedPathException("unknown variable %" + name + "% (give --env " + name + "=\u2026)");
            }
            if (depth == DEPTH) {
                throw new UnresolvedPathException("variable %" + name + "% is defined by itself");
            }
            return expand(value, depth + 1);
        }
    }

    /** A name holds no separator: {@code 50% off\60% more} holds no variable. */
    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\\' || text.charAt(i) == '/') {
                return false;
            }
        }
        return start < end;
    }
}
