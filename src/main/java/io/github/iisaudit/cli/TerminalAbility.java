package io.github.iisaudit.cli;

import java.util.Map;

/** What a terminal can do, as its environment variables tell. */
record TerminalAbility(Map<String, String> environment) {

    private static final int VTE_WITH_HYPERLINKS = 5000;
    private static final int WIDEST = 500;

    private String get(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Colours are wanted though there may be no terminal. */
    boolean isColourForced() {
        return !get("CLICOLOR_FORCE").isEmpty() && !get("CLICOLOR_FORCE").equals("0");
    }

    /** See no-color.org; the old console of Windows shows escape sequences as they are. */
    boolean hasColours() {
        boolean isWindows = get("OS").equals("Windows_NT");
        boolean isModern = environment.containsKey("WT_SESSION")
                || environment.containsKey("ANSICON")
                || environment.containsKey("TERM")
                || get("ConEmuANSI").equals("ON");
        return get("NO_COLOR").isEmpty()
                && !get("TERM").equals("dumb")
                && !get("CLICOLOR").equals("0")
                && (!isWindows || isModern);
    }

    /** Known for certain; others would show nothing, or rubbish. A multiplexer hides what its terminal can do. */
    boolean hasHyperlinks() {
        boolean isHidden = get("TERM").equals("dumb") || get("TERM").startsWith("screen");
        return !isHidden
                && (number("VTE_VERSION") >= VTE_WITH_HYPERLINKS
                        || environment.containsKey("WT_SESSION")
                        || environment.containsKey("KITTY_WINDOW_ID")
                        || environment.containsKey("KONSOLE_VERSION")
                        || environment.containsKey("DOMTERM")
                        || isKnown(get("TERM_PROGRAM")));
    }

    private static boolean isKnown(String program) {
        return switch (program) {
            case "iTerm.app", "WezTerm", "vscode", "ghostty" -> true;
            default -> false;
        };
    }

    /** Columns of a line; 0 where nobody says. */
    int width() {
        return Math.min(WIDEST, number("COLUMNS"));
    }

    private int number(String name) {
        String text = get(name).strip();
        boolean isNumber = !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(text) : 0;
    }
}
