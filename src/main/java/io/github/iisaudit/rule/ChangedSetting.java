package io.github.iisaudit.rule;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that decides which findings count and that a change has altered: what the rules about changes look at. Immutable.
 *
 * @param isInForce whether the run goes by what it is now
 * @param place where it is other than it was
 */
public record ChangedSetting(Kind kind, State state, boolean isInForce, Span place) {

    /** What has changed. */
    public enum Kind {
        SETTINGS,
        BASELINE,
        /** A file of a folder that the settings name. */
        RULE,
        /** The applicationHost.config that the settings name. */
        HOST,
        /** A comment that suppresses findings. */
        COMMENT;

        /** Whether it counts as it is, whatever settings count. */
        public boolean isAsItIs() {
            return this == RULE || this == HOST;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it. */
    public enum State {
        ADDED,
        CHANGED,
        REMOVED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Compares a file with what it was.
     *
     * @param file what findings call it
     * @param then empty where there was none
     * @param now empty where there is none
     * @return empty where nothing changed but the ends of lines
     */
    public static Optional<ChangedSetting> between(
            Kind kind, String file, Optional<String> then, Optional<String> now, boolean isInForce) {
        Optional<String> before = then.map(ChangedSetting::withPlainLines);
        Optional<String> after = now.map(ChangedSetting::withPlainLines);
        if (before.equals(after)) {
            return Optional.empty();
        }
        State state = before.isEmpty() ? State.ADDED : after.isEmpty() ? State.REMOVED : State.CHANGED;
        Span place = firstOther(file, before.orElse(""), after.orElse(""));
        return Optional.of(new ChangedSetting(kind, state, isInForce, place));
    }

    private static String withPlainLines(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The first line that is other than it was; the last one where lines are gone from the end. */
    private static Span firstOther(String file, String then, String now) {
        int same = 0;
        while (same < Math.min(then.length(), now.length()) && then.charAt(same) == now.charAt(same)) {
            same++;
        }
        if (now.substring(same).isBlank()) {
            same = now.stripTrailing().length();
        }
        int start = now.lastIndexOf('\n', same - 1) + 1;
        int end = now.indexOf('\n', start);
        return new Span(new SourceText(file, now), start, end < 0 ? now.length() : end);
    }

    /** The comment of a finding that it suppresses. */
    public static ChangedSetting comment(Finding.Place place) {
        int start = place.column() - 1;
        int end = place.endLine() == place.line()
                ? place.endColumn() - 1
                : place.lineText().length();
        String above = "\n".repeat(place.line() - 1);
        SourceText line = new SourceText(place.file(), above + place.lineText());
        Span span = new Span(line, above.length() + start, above.length() + end);
        return new ChangedSetting(Kind.COMMENT, State.ADDED, true, span);
    }
}
