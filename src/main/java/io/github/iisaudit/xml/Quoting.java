package io.github.iisaudit.xml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How text of the input stands as one word in a command that is offered for copying, or in a piece of configuration, so that it
 * is a word and nothing else. What cannot be said for certain has no word: the command is then left out.
 *
 * <p>The name in lower case is the element of rule files in which the words stand.
 */
public enum Quoting {
    /**
     * The command prompt. Within double quotes it still obeys {@code %} and, with delayed expansion, {@code !}; nothing escapes a
     * double quote there. Of characters beyond ASCII letters and digits will do, as others may become a quote where a file or a
     * program is of another code page
     * (https://learn.microsoft.com/windows-server/administration/windows-commands/cmd). appcmd takes what begins with {@code -}
     * or {@code /} for an option, and a backslash at the end would escape the quote
     * (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
     */
    APPCMD("\"%!"),
    /**
     * PowerShell. Within single quotes nothing is obeyed but single quotes, typographic ones among them, and two stand for one
     * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules and CharTraits.cs of
     * PowerShell's tokenizer: U+2018 to U+201B). Patterns are left out: many commands take {@code *}, {@code ?} and brackets in a
     * name for one (about_Wildcards).
     */
    POWERSHELL("*?[]"),
    /** This program, called from whatever shell: the command prompt, PowerShell, or one of POSIX. */
    IISAUDIT("\"%!$`\\"),
    /** An attribute of XML. */
    CONFIG("");

    /** Stands around a command with words in it until it is settled; no XML has it. */
    public static final char BOUNDARY = '\uFFFF';

    /** Stands for a word that there is not; no XML has it. */
    static final char NONE = '\uFFFE';

    private static final String LEFT_OUT =
            "(the command is left out: a name in it has characters that a shell could obey)";
    private static final char DELETE = 0x7F;

    private static final Quoting[] ALL = values();

    private final String id = name().toLowerCase(Locale.ROOT);
    private final String refused;

    Quoting(String refused) {
        this.refused = refused;
    }

    /** The element of rule files. */
    public String id() {
        return id;
    }

    /** The names of all elements. */
    public static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (Quoting quoting : ALL) {
            ids.add(quoting.id());
        }
        return ids;
    }

    /** That of an element; null for another one. */
    public static @Nullable Quoting of(String id) {
        for (Quoting quoting : ALL) {
            if (quoting.id.equals(id)) {
                return quoting;
            }
        }
        return null;
    }

    /** The text as a word with its quotes; empty where there is no safe way to say it. */
    public Optional<String> word(String text) {
        return isRefused(text) ? Optional.empty() : Optional.of(quoted(text));
    }

    /** The same for a template, where {@link #settled} takes care of words that there are not. */
    public String inTemplate(String text) {
        boolean staysSo = text.isEmpty() || OneLine.is(text);
        return staysSo && !isRefused(text) ? quoted(text) : String.valueOf(NONE);
    }

    /** The same without quotes where it needs none: what follows the name of an option. */
    public String bareInTemplate(String text) {
        boolean isBare = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetterOrDigit = c < DELETE && Character.isLetterOrDigit(c);
            isBare &= isLetterOrDigit || c == '.' || c == '/' || c == '_';
        }
        return isBare ? text : inTemplate(text);
    }

    private boolean isRefused(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isRefused(text.codePointAt(i))) {
                return true;
            }
        }
        return isDoubleQuoted() && (text.startsWith("-") || text.startsWith("/") || text.endsWith("\\"));
    }

    private boolean isDoubleQuoted() {
        return this == APPCMD || this == IISAUDIT;
    }

    private boolean isRefused(int c) {
        if (c < DELETE) {
            return c < ' ' || refused.indexOf(c) >= 0;
        }
        if (isDoubleQuoted()) {
            return !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private String quoted(String text) {
        return switch (this) {
            case POWERSHELL -> "'" + doubled(text) + "'";
            case CONFIG -> '"' + text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + '"';
            default -> '"' + text + '"';
        };
    }

    private static String doubled(String text) {
        StringBuilder doubled = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            doubled.append(c);
            if (c == '\'' || c >= '\u2018' && c <= '\u201B') {
                doubled.append(c);
            }
        }
        return doubled.toString();
    }

    /** A text with its commands as they are, or a sentence instead of one that lacks a word. */
    public static String settled(String text) {
        int start = text.indexOf(BOUNDARY);
        if (start < 0) {
            return text;
        }
        StringBuilder settled = new StringBuilder(text.length());
        int done = 0;
        while (start >= 0) {
            int end = text.indexOf(BOUNDARY, start + 1);
            end = end < 0 ? text.length() : end;
            String command = text.substring(start + 1, end);
            settled.append(text, done, start).append(command.indexOf(NONE) < 0 ? command : LEFT_OUT);
            done = Math.min(text.length(), end + 1);
            start = text.indexOf(BOUNDARY, done);
        }
        return settled.append(text, done, text.length()).toString();
    }
}
