package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.rule.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a change can set, with the values that it can have.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/">windowsAuthentication</a>
 */
public enum Settable {
    KERNEL_MODE(WindowsAuthentication.KERNEL_MODE, Kind.BOOLEAN),
    POOL_CREDENTIALS(WindowsAuthentication.POOL_CREDENTIALS, Kind.BOOLEAN),
    ENABLED(WindowsAuthentication.ENABLED, Kind.BOOLEAN),
    SINGLE_REQUEST("authPersistSingleRequest", Kind.BOOLEAN),
    NON_NTLM("authPersistNonNTLM", Kind.BOOLEAN),
    PROVIDERS("providers", Kind.PROVIDERS, "Negotiate", "NTLM", "Negotiate:Kerberos"),
    TOKEN_CHECKING("tokenChecking", Kind.WORD, "None", "Allow", "Require"),
    FLAGS("flags", Kind.FLAGS, "None", "Proxy", "NoServiceNameCheck", "AllowDotlessSpn", "ProxyCohosting"),
    ANONYMOUS("anonymousAuthentication", Kind.BOOLEAN);

    private static final String GROUP = "system.webServer/security/authentication/";

    /** What a package of the Negotiate family begins with, of which the configuration system takes any. */
    private static final String PACKAGE = "Negotiate:";

    private final String id;
    private final Kind kind;
    private final List<String> words;

    Settable(String id, Kind kind, String... words) {
        this.id = id;
        this.kind = kind;
        this.words = kind == Kind.BOOLEAN ? List.of("false", "true") : List.of(words);
    }

    private enum Kind {
        BOOLEAN("true or false"),
        WORD("one of"),
        /** Any of the words in any order. */
        FLAGS("one or more, with commas, of"),
        /** A list in its order. */
        PROVIDERS("one or more, with commas, of");

        private final String asked;

        Kind(String asked) {
            this.asked = asked;
        }
    }

    /** What it is called on the command line and in output. */
    public String id() {
        return id;
    }

    /** Whether it is {@code true} or {@code false}. */
    public boolean isBoolean() {
        return kind == Kind.BOOLEAN;
    }

    /** Whether it is an attribute of the section windowsAuthentication itself. */
    public boolean isOfSection() {
        return isBoolean() && this != ANONYMOUS;
    }

    /** Whether it is of the section windowsAuthentication or an element in it. */
    boolean isWindows() {
        return this != ANONYMOUS;
    }

    /** The section that has it. */
    String section() {
        return isWindows() ? WindowsAuthentication.SECTION : GROUP + id;
    }

    /** Its attribute there, after the element that it is in: {@code extendedProtection/tokenChecking}. */
    String attribute() {
        return switch (this) {
            case ANONYMOUS -> "enabled";
            case TOKEN_CHECKING, FLAGS -> "extendedProtection/" + id;
            default -> id;
        };
    }

    /** What completes it on a command line: {@code tokenChecking=Require}. */
    public List<String> completions() {
        return words.stream().map(word -> id + "=" + word).toList();
    }

    /**
     * The one with a name: as it is called here, after the elements and the section that it is in, or by its section alone where
     * that is what is on or off.
     *
     * @throws InvalidChangeException where there is none
     */
    static Settable named(String text) throws InvalidChangeException {
        String name = text.strip();
        name = (name.startsWith(GROUP) ? name.substring(GROUP.length()) : name).replace('.', '/');
        switch (name.toLowerCase(Locale.ROOT)) {
            case "anonymous", "anonymousauthentication/enabled" -> {
                return ANONYMOUS;
            }
            case "windowsauthentication" -> {
                return ENABLED;
            }
            default ->
                name = name.replaceFirst("(?i)^windowsAuthentication/", "")
                        .replaceFirst("(?i)^extendedProtection/", "");
        }
        List<String> known = new ArrayList<>();
        for (Settable each : values()) {
            if (each.id.equalsIgnoreCase(name)) {
                return each;
            }
            known.add(each.id);
        }
        throw new InvalidChangeException("'" + text + "' cannot be set here"
                + Spelling.didYouMean(name, known, "possible are " + String.join(", ", known)));
    }

    /**
     * A value in its one spelling.
     *
     * @throws InvalidChangeException where it can have no such value
     */
    String value(String text) throws InvalidChangeException {
        List<String> values = new ArrayList<>();
        boolean isList = kind == Kind.FLAGS || kind == Kind.PROVIDERS;
        for (String part : isList ? text.split(",", -1) : new String[] {text}) {
            String value = word(part.strip()).orElseThrow(() -> refused(part.strip()));
            if (values.contains(value)) {
                throw new InvalidChangeException(value + " stands twice in " + id);
            }
            values.add(value);
        }
        if (kind != Kind.FLAGS) {
            return String.join(",", values);
        }
        if (values.size() > 1 && values.contains("None")) {
            throw new InvalidChangeException("None goes with no other of " + id);
        }
        return String.join(",", words.stream().filter(values::contains).toList());
    }

    private Optional<String> word(String text) {
        Optional<String> known = words.stream().filter(text::equalsIgnoreCase).findFirst();
        return known.isEmpty() && kind == Kind.PROVIDERS && isPackage(text)
                ? Optional.of(PACKAGE + text.substring(PACKAGE.length()))
                : known;
    }

    private static boolean isPackage(String text) {
        return text.length() > PACKAGE.length()
                && text.regionMatches(true, 0, PACKAGE, 0, PACKAGE.length())
                && text.chars().skip(PACKAGE.length()).allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    private InvalidChangeException refused(String text) {
        String inside = text.toLowerCase(Locale.ROOT);
        String near = words.stream()
                .filter(word ->
                        inside.length() > 2 && word.toLowerCase(Locale.ROOT).contains(inside))
                .findFirst()
                .map(word -> "; did you mean " + word + "?")
                .orElseGet(() -> isBoolean() ? "" : Spelling.didYouMean(text, words));
        String asked = isBoolean() ? kind.asked : kind.asked + " " + String.join(", ", words);
        return new InvalidChangeException(
                "'" + text + "' is no value for " + id + near + (near.isEmpty() ? ": " : " ") + asked + " expected");
    }
}
