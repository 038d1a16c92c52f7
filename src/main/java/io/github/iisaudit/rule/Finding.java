package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One defect at one place, with all the configuration paths that it reaches.
 *
 * @param rule the rule that it breaks
 * @param message what is wrong, in one or two sentences
 * @param notes what is particular to some of the paths
 * @param fix the remedy in one line; empty where the rule has none
 * @param server the name of the server
 * @param root the root of the server's files as typed on the command line
 * @param place what to look at
 * @param paths the configuration paths that it reaches, in order ignoring case; {@code ""} is the server level
 * @param via what set or overrode the value, nearest first
 * @param lockedBy the lock that the element ran into, or null
 * @param fingerprint sixteen hexadecimal digits that stay when lines move above the finding
 * @param anchor the place by names, such as {@code location[Intranet]/system.webServer/…/@enabled}
 * @param suppression what asks for silence about it, or null
 * @param baseline how it compares with the baseline of the run
 * @param holds where and when it holds, if not always
 */
public record Finding(
        Rule rule,
        Severity severity,
        Confidence confidence,
        String message,
        List<Note> notes,
        String fix,
        String server,
        String root,
        Place place,
        List<String> paths,
        List<Via> via,
        @Nullable Place lockedBy,
        String fingerprint,
        String anchor,
        @Nullable Suppression suppression,
        BaselineState baseline,
        Holds holds) {

    /**
     * What a finding depends on, beside the files as they are.
     *
     * @param environments the environments that it holds for, in order; empty where only one is audited
     * @param when the values of placeholders, by the attributes that have them, for which it holds
     */
    public record Holds(List<String> environments, Map<String, String> when) {

        /** On nothing. */
        public static final Holds ALWAYS = new Holds(List.of(), Map.of());

        /** Copies what it gets. */
        public Holds {
            environments = List.copyOf(environments);
            when = Collections.unmodifiableMap(new TreeMap<>(when));
        }
    }

    /** The order of the findings of one server. */
    public static final Comparator<Finding> IN_SERVER = (a, b) -> {
        int order = a.place.file().compareTo(b.place.file());
        order = order != 0 ? order : Integer.compare(a.place.line(), b.place.line());
        order = order != 0 ? order : Integer.compare(a.place.column(), b.place.column());
        return order != 0 ? order : a.rule.id().compareTo(b.rule.id());
    };

    /** The order of a report. */
    public static final Comparator<Finding> IN_REPORT = (a, b) -> {
        int order = a.server.compareTo(b.server);
        return order != 0 ? order : IN_SERVER.compare(a, b);
    };

    /** How a finding compares with a baseline. */
    public enum BaselineState {
        /** There is no baseline. */
        NONE,
        /** The baseline does not have it. */
        NEW,
        /** The baseline has it: it is known, and does not count. */
        UNCHANGED
    }

    /** Whether somebody has decided that it need not be told. */
    public boolean isSuppressed() {
        return suppression != null;
    }

    /** Whether it counts: it is neither suppressed nor known from a baseline. */
    public boolean isReported() {
        return suppression == null && baseline != BaselineState.UNCHANGED;
    }

    /** The same finding, set aside. */
    public Finding suppressedBy(Suppression why) {
        return changed(severity, paths, why, baseline);
    }

    /** The same finding with another severity. */
    public Finding as(Severity other) {
        return changed(other, paths, suppression, baseline);
    }

    /** The same finding, compared with a baseline. */
    public Finding as(BaselineState state) {
        return changed(severity, paths, suppression, state);
    }

    /** The same finding, with more to say of some of its paths. */
    public Finding noting(List<Note> more) {
        List<Note> all = new ArrayList<>(notes);
        all.addAll(more);
        return changed(severity, all, paths, suppression, baseline);
    }

    /** The same finding, told of some of its paths only; its fingerprint stays. */
    public Finding at(List<String> some) {
        List<Note> narrowed = notes.stream()
                .map(note -> note.at(some))
                .filter(note -> !note.paths().isEmpty())
                .toList();
        return changed(severity, narrowed, some, suppression, baseline);
    }

    /** The same finding, of more paths and with what led to them; its fingerprint stays. */
    Finding with(List<String> paths, List<Note> notes, List<Via> via) {
        return copy(new Standing(severity, confidence, suppression, baseline, holds), notes, paths, via);
    }

    private Finding changed(Severity severity, List<String> paths, @Nullable Suppression why, BaselineState state) {
        return changed(severity, notes, paths, why, state);
    }

    private Finding changed(
            Severity severity, List<Note> notes, List<String> paths, @Nullable Suppression why, BaselineState state) {
        return copy(new Standing(severity, confidence, why, state, holds), notes, paths, via);
    }

    /** What is made of a finding after it was found. */
    private record Standing(
            Severity severity,
            Confidence confidence,
            @Nullable Suppression suppression,
            BaselineState baseline,
            Holds holds) {}

    private Finding copy(Standing standing, List<Note> notes, List<String> paths, List<Via> via) {
        return new Finding(
                rule,
                standing.severity,
                standing.confidence,
                message,
                notes,
                fix,
                server,
                root,
                place,
                paths,
                via,
                lockedBy,
                fingerprint,
                anchor,
                standing.suppression,
                standing.baseline,
                standing.holds);
    }

    /** The sentence that says for which environments a finding holds. */
    public static String deployedTo(List<String> environments) {
        return "Holds when deployed to " + String.join(", ", environments) + ".";
    }

    /**
     * The same finding, for some environments only.
     *
     * @param sentence {@link #deployedTo} of them, which many findings share
     */
    public Finding in(List<String> environments, String sentence) {
        return holding(confidence, new Holds(environments, holds.when), sentence);
    }

    /** The same finding, for some values of placeholders only; one is less sure of it. */
    public Finding when(Map<String, String> values) {
        StringBuilder note = new StringBuilder("Holds where ");
        new TreeMap<>(values)
                .forEach((name, value) -> note.append(note.length() == "Holds where ".length() ? "" : " and ")
                        .append(name)
                        .append(" becomes ")
                        .append(value));
        return holding(
                confidence.oneLower(),
                new Holds(holds.environments, values),
                note.append('.').toString());
    }

    private Finding holding(Confidence sure, Holds other, String sentence) {
        List<Note> more = new ArrayList<>(notes);
        more.add(new Note(sentence, paths));
        return copy(new Standing(severity, sure, suppression, baseline, other), more, paths, via);
    }

    /**
     * A place in a file, with the line that it stands on, so that nothing need be read again.
     *
     * @param file relative to the root, with forward slashes
     * @param endColumn the column after the last character
     * @param label what to say beside the underlined text ("not written anywhere: true by default"); may be empty
     */
    public record Place(String file, int line, int column, int endLine, int endColumn, String lineText, String label)
            implements Serializable {

        /** That of a span; no password or key can be read in it. */
        static Place of(Span span, String label) {
            int line = span.line();
            String text = span.source().shownLine(line);
            return new Place(span.path(), line, span.column(), span.endLine(), span.endColumn(), text, label);
        }

        /** A line can be as long as its file: its hash, which a string works out once, stands for it. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place
                    && line == place.line
                    && column == place.column
                    && endLine == place.endLine
                    && endColumn == place.endColumn
                    && file.equals(place.file)
                    && label.equals(place.label)
                    && lineText.hashCode() == place.lineText.hashCode();
        }

        @Override
        public int hashCode() {
            return 31 * (31 * file.hashCode() + line) + column;
        }
    }

    /** A sentence that holds for some of the paths only. */
    public record Note(String message, List<String> paths) {

        Note at(List<String> some) {
            return new Note(
                    message,
                    paths.stream().filter(new HashSet<>(some)::contains).toList());
        }
    }

    /** A place that set or overrode the value. */
    public record Via(Place place, String message) {}

    /**
     * What suppresses the finding.
     *
     * @param kind where that was decided
     * @param reason why, in one line; empty where nobody says
     * @param place the comment, or the line of the settings
     */
    public record Suppression(Kind kind, String reason, Place place) implements Serializable {

        /** Where a suppression was decided. */
        public enum Kind {
            /** A comment in the audited file. */
            COMMENT,
            /** An entry of the settings file. */
            SETTINGS
        }
    }
}
