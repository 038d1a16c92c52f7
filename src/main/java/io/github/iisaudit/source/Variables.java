package io.github.iisaudit.source;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables of a server: those that every Windows has, and those that were given. Immutable. */
final class Variables {

    /** A name holds no separator: {@code 50% off\60% more} holds no variable. */
    private static final Pattern REFERENCE = Pattern.compile("%([^%\\\\/]+)%");

    private static final int DEPTH = 8;

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
        return text.indexOf('%') < 0 ? text : expand(text, 0);
    }

    private String expand(String text, int depth) throws UnresolvedPathException {
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String name = reference.group(1);
            String value = values.get(name);
            if (value == null) {
                throw new UnresolvedPathException("unknown variable %" + name + "% (give --env " + name + "=\u2026)");
            }
            if (depth == DEPTH) {
                throw new UnresolvedPathException("variable %" + name + "% is defined by itself");
            }
            reference.appendReplacement(expanded, Matcher.quoteReplacement(expand(value, depth + 1)));
        }
        return reference.appendTail(expanded).toString();
    }
}
