package io.github.iisaudit.rule;

import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.xml.OneLine;
import io.github.iisaudit.xml.Quoting;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, in which the name of the server and the configuration path may be left open, so that scopes share it that differ
 * in nothing else. Immutable and safe for use by several threads.
 */
final class Wording {

    /** What is left open. None stands for an XPath that is evaluated. */
    enum Gap {
        NONE,
        SERVER,
        /** The computer account in words, with its name where that is known. */
        COMPUTER,
        PATH,
        /** The path as a word of a command of this program. */
        PATH_IN_COMMAND,
        /** The path as an attribute of XML. */
        PATH_IN_CONFIG;

        /** What an XPath leaves open: only where nothing else is made of server and path. */
        static Gap of(SafeXPath xpath) {
            return switch (xpath.toString().trim()) {
                case "/scope/@path" -> PATH;
                case "/scope/@server" -> SERVER;
                case "iis:account()", "iis:computer()" -> COMPUTER;
                case "iis:word('iisaudit', /scope/@path)" -> PATH_IN_COMMAND;
                case "iis:word('config', /scope/@path)" -> PATH_IN_CONFIG;
                default -> NONE;
            };
        }

        String filled(Whose whose, String path) {
            return switch (this) {
                case NONE -> "";
                case SERVER -> whose.server();
                case COMPUTER -> whose.computer().words();
                case PATH -> path;
                case PATH_IN_COMMAND -> Quoting.IISAUDIT.inTemplate(path);
                case PATH_IN_CONFIG -> Quoting.CONFIG.inTemplate(path);
            };
        }
    }

    static final Wording EMPTY = of("");

    /** The whole text where nothing is left open. */
    private final @Nullable String text;

    private final List<Object> parts;

    /** Whether it is in one line as soon as what fills the gaps is. */
    private final boolean isOneLine;

    private Wording(@Nullable String text, List<Object> parts) {
        this.text = text;
        this.parts = parts;
        this.isOneLine = text == null && OneLine.is(filled(Whose.NOBODY, "x"));
    }

    /** A text in one line. */
    static Wording of(String text) {
        return new Wording(text, List.of());
    }

    /** Whether it differs from path to path. */
    boolean isOfPath() {
        return parts.contains(Gap.PATH) || parts.contains(Gap.PATH_IN_COMMAND) || parts.contains(Gap.PATH_IN_CONFIG);
    }

    /** The text for a server and a path, in one line. */
    String text(Whose whose, String path) {
        if (text != null) {
            return text;
        }
        String filled = filled(whose, path);
        return isOneLine && OneLine.is(whose.server()) && OneLine.is(path) ? filled : OneLine.of(filled);
    }

    private String filled(Whose whose, String path) {
        StringBuilder filled = new StringBuilder();
        for (Object part : parts) {
            filled.append(part instanceof Gap gap ? gap.filled(whose, path) : (String) part);
        }
        return Quoting.settled(filled.toString());
    }

    /** Puts texts and gaps together. Used for one wording. */
    static final class Parts {

        private final List<Object> parts = new ArrayList<>();
        private boolean hasGap;

        void add(String text) {
            parts.add(text);
        }

        void add(Gap gap) {
            parts.add(gap);
            hasGap = true;
        }

        /** The account that a function gives, with a gap for the computer's. */
        void addAccount(@Nullable SafeXPath xpath, Focus focus) {
            Element scope = focus.scope();
            boolean isComputer = xpath != null && xpath.toString().trim().equals("iis:computer()");
            String account = isComputer && scope != null ? null : PoolAccount.other(scope);
            if (account == null) {
                add(Gap.COMPUTER);
            } else {
                add(account);
            }
        }

        Wording wording() {
            Wording open = new Wording(null, List.copyOf(parts));
            return hasGap ? open : of(open.text(Whose.NOBODY, ""));
        }
    }
}
