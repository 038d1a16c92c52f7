package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the drafts of one server into its findings. */
final class FairCopy {

    private static final Comparator<Draft> ORDER = new Comparator<>() {
        @Override
        public int compare(Draft a, Draft b) {
            Span x = a.mark.span();
            Span y = b.mark.span();
            int order = x.path().compareTo(y.path());
            order = order != 0 ? order : Integer.compare(x.line(), y.line());
            order = order != 0 ? order : Integer.compare(x.column(), y.column());
            order = order != 0 ? order : a.rule.id().compareTo(b.rule.id());
            return order != 0 ? order : Integer.compare(x.end(), y.end());
        }
    };

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
        List<Draft> sorted = new ArrayList<>(drafts);
        sorted.sort(ORDER);
        Fingerprint fingerprint = new Fingerprint();
        SourceLines lines = new SourceLines();
        List<Finding> findings = new ArrayList<>();
        for (Draft draft : sorted) {
            Mark mark = draft.mark;
            findings.add(finding(
                    draft, lines, fingerprint.next(draft.rule.id(), mark.span().path(), mark.anchor())));
        }
        return findings;
    }

    private Finding finding(Draft draft, SourceLines lines, String fingerprint) {
        List<Finding.Note> notes = new ArrayList<>();
        draft.notes
                .values()
                .forEach(sentences ->
                        sentences.forEach((sentence, paths) -> notes.add(new Finding.Note(sentence, paths.sorted()))));
        List<Finding.Via> via = new ArrayList<>();
        draft.via.values().forEach(written -> via.add(new Finding.Via(lines.place(written.span(), ""), was(written))));
        Finding.@Nullable Place lockedBy =
                draft.mark.lock().map(span -> lines.place(span, "locked here")).orElse(null);
        IgnoreComment comment = draft.suppressedBy;
        Finding.@Nullable Suppression suppression = comment == null
                ? null
                : new Finding.Suppression(
                        Finding.Suppression.Kind.COMMENT, comment.reason(), lines.place(comment.span(), ""));
        return new Finding(
                draft.rule,
                draft.severity,
                draft.confidence,
                draft.message,
                notes,
                draft.fixText,
                server,
                root,
                lines.place(draft.mark.span(), draft.label),
                draft.paths.sorted(),
                via,
                lockedBy,
                fingerprint,
                draft.mark.anchor(),
                suppression,
                Finding.BaselineState.NONE);
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
        String file = written.span().path();
        return file.regionMatches(true, file.length() - HOST.length(), HOST, 0, HOST.length())
                ? value + " for the server"
                : value;
    }

    private static final String HOST = "applicationHost.config";
}
