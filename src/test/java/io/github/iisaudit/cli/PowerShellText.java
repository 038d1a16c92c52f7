package io.github.iisaudit.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script for PowerShell, taken apart as far as it goes without one: by the rules of about_Quoting_Rules and about_Comments. */
record PowerShellText(String script) {

    private static final Pattern TOKEN = Pattern.compile("(?s)<#.*?#>|#[^\n]*|'(?:[^']|'')*'|\"(?:[^\"`]|`.|\"\")*\"");

    /** The script with its comments taken out and its strings made empty. */
    String code() {
        return TOKEN.matcher(script).replaceAll(token -> switch (token.group().charAt(0)) {
            case '\'' -> "''";
            case '"' -> "\"\"";
            default -> "";
        });
    }

    /** The first bracket that is not closed, or closes another; empty where there is none. */
    String unbalanced() {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : code().toCharArray()) {
            if ("({[".indexOf(c) >= 0) {
                open.push(c);
            } else if (")}]".indexOf(c) >= 0 && (open.isEmpty() || "({[".indexOf(open.pop()) != ")}]".indexOf(c))) {
                return String.valueOf(c);
            }
        }
        return open.isEmpty() ? "" : String.valueOf(open.peek());
    }

    /** Every command called by a name with a hyphen, as all cmdlets and functions here are. */
    TreeSet<String> commands() {
        return all("(?<![\\w$.'-])([A-Z]\\w+-[A-Z]\\w+)");
    }

    /** Every method of a class of .NET, as in {@code IO.File::Exists}. */
    TreeSet<String> statics() {
        return all("\\[([\\w.]+\\]::\\w+)\\(");
    }

    private TreeSet<String> all(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(code());
        while (matcher.find()) {
            found.add(matcher.group(1).replace("]", ""));
        }
        return found;
    }
}
