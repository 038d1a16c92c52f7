package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the drafts of one server into its findings. */
final class FairCopy {

    private static final String HOST = "applicationHost.config";

    private static final String ASP_NET = "system.web/";

    /** A draft with what it is sorted by, worked out once: lines have to be looked up. */
    private static final class Sorted implements Comparable<Sorted> {

        private final Draft draft;
        private final String file;
        private final int line;
        private final int column;
        private final int length;

        Sorted(Draft draft) {
            Span span = draft.mark.span();
            this.draft = draft;
            this.file = span.path();
            this.line = span.line();
            this.column = span.column();
            this.length = span.end() - span.start();
        }

        @Override
        public int compareTo(Sorted other) {
            int order = file.equals(other.file) ? 0 : file.compareTo(other.file);
            order = order != 0 ? order : Integer.compare(line, other.line);
            order = order != 0 ? order : Integer.compare(column, other.column);
            order = order != 0 ? order : draft.rule.id().compareTo(other.draft.rule.id());
            return order != 0 ? order : Integer.compare(length, other.length);
        }
    }

    private final String server;
    private final String root;

    /**
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    FairCopy(String server, String root) {
        this.server = server;
        this.root = root;
    }

    /** The findings in the order file, line, column, rule. */
    List<Finding> of(Collection<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Sorted[] sorted = sorted(drafts);
        Fingerprint fingerprint = new Fingerprint();
        List<Finding> findings = new ArrayList<>(sorted.length);
        for (Sorted next : sorted) {
            Draft draft = next.draft;
            String anchor = draft.mark.anchor();
            findings.add(finding(draft, anchor, fingerprint.next(draft.rule.id(), next.file, anchor)));
        }
        return findings;
    }

    private static Sorted[] sorted(Collection<Draft> drafts) {
        Sorted[] sorted = new Sorted[drafts.size()];
        int count = 0;
        for (Draft draft : drafts) {
            sorted[count++] = new Sorted(draft);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private Finding finding(Draft draft, String anchor, String fingerprint) {
        List<Finding.Note> notes = notes(draft);
        List<Finding.Via> via = new ArrayList<>();
        draft.via
                .values()
                .forEach(written -> via.add(new Finding.Via(Finding.Place.of(written.span(), ""), was(written))));
        Finding.@Nullable Place lockedBy = draft.mark
                .lock()
                .map(span -> Finding.Place.of(span, bars(span)))
                .orElse(null);
        IgnoreComment comment = draft.suppressedBy;
        Finding.@Nullable Suppression suppression = comment == null
                ? null
                : new Finding.Suppression(
                        Finding.Suppression.Kind.COMMENT, comment.reason(), Finding.Place.of(comment.span(), ""));
        return new Finding(
                draft.rule,
                draft.severity,
                confidence(draft),
                draft.message,
                notes,
                draft.remedy(),
                server,
                root,
                Finding.Place.of(draft.mark.span(), draft.label),
                draft.paths.sorted(),
                via,
                lockedBy,
                fingerprint,
                anchor,
                suppression,
                Finding.BaselineState.NONE,
                Finding.Holds.ALWAYS);
    }

    private static Confidence confidence(Draft draft) {
        boolean isLess = isDoubtful(draft) && draft.confidence == Confidence.HIGH;
        Confidence confidence = isLess ? Confidence.MEDIUM : draft.confidence;
        return isUnrendered(draft) ? confidence.oneLower() : confidence;
    }

    /** What the place does that stands in the way: a lock, or a declaration that says where a section may stand. */
    private static String bars(Span span) {
        String text = span.text();
        return text.startsWith("allowDefinition") || text.startsWith("allowLocation") ? "declared here" : "locked here";
    }

    private static List<Finding.Note> notes(Draft draft) {
        List<Finding.Note> notes = new ArrayList<>();
        draft.notes
                .values()
                .forEach(sentences ->
                        sentences.forEach((sentence, paths) -> notes.add(new Finding.Note(sentence, paths.sorted()))));
        if (!draft.isOwned()) {
            draft.owned.forEach((product, paths) ->
                    notes.add(new Finding.Note("Not here: " + product.remedy() + ".", paths.sorted())));
        }
        if (isDoubtful(draft)) {
            notes.add(new Finding.Note(
                    "This stands in applicationHost.config: whether ASP.NET reads its sections there is not known.",
                    draft.paths.sorted()));
        }
        if (isUnrendered(draft)) {
            notes.add(new Finding.Note(
                    "The file is a template with conditions: whether this is in what comes of it is not known.",
                    draft.paths.sorted()));
        }
        return notes;
    }

    /**
     * Whether it speaks of what stands in a file with statements of a template engine; a rule about the text of files says so itself.
     *
     * @see <a href="https://jinja.palletsprojects.com/en/stable/templates/#list-of-control-structures">Jinja: statements</a>
     */
    private static boolean isUnrendered(Draft draft) {
        SourceText source = draft.mark.span().source();
        return draft.rule.subject() != Rule.Subject.FILE && source.contains("{%") && source.contains("%}");
    }

    /**
     * Whether it rests on a section of ASP.NET in applicationHost.config: these begin in the web.config of the .NET Framework.
     *
     * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">the
     *     levels of configuration</a>
     */
    private static boolean isDoubtful(Draft draft) {
        return draft.rule.section().startsWith(ASP_NET)
                && isHost(draft.mark.span().path());
    }

    /** What an overridden place said: {@code was false for the server}. A password is not repeated. */
    private static String was(Origin.Written written) {
        var attribute = written.attribute();
        boolean isSecret = attribute == null
                || attribute.getName().toLowerCase(Locale.ROOT).contains("password");
        String value = isSecret ? "was set" : "was " + (written.value().isEmpty() ? "empty" : written.value());
        String location = written.location();
        boolean isWhole = location == null || location.isEmpty() || location.equals(".");
        if (!isWhole) {
            return value + " for " + location;
        }
        return isHost(written.span().path()) ? value + " for the server" : value;
    }

    private static boolean isHost(String file) {
        return file.regionMatches(true, file.length() - HOST.length(), HOST, 0, HOST.length());
    }
}
