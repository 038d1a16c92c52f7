package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.WrittenFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules against the scopes and files of one server, which come one after the other, and gathers one finding for
 * each rule and place. What does not depend on the path (message, label) is taken from the first scope that shows it.
 * The rules about suppressions come last.
 * Not safe for use by several threads.
 */
public final class Checker {

    private static final Comparator<Draft> ORDER = Comparator.<Draft, String>comparing(
                    draft -> draft.mark.span().path())
            .thenComparing(draft -> draft.mark.span().line())
            .thenComparing(draft -> draft.mark.span().column())
            .thenComparing(draft -> draft.rule.id())
            .thenComparing(draft -> draft.mark.span().end());

    private final List<Rule> rules;
    private final String server;
    private final String root;
    private final Suppressions suppressions;
    private final Drafts drafts = new Drafts();

    /**
     * A checker of a whole server, which knows no other rules than those that run.
     *
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(List<Rule> rules, String server, String root) {
        this(rules, Suppressions.of(rules), server, root);
    }

    /**
     * @param suppressions those of the same server, not used before
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(List<Rule> rules, Suppressions suppressions, String server, String root) {
        this.rules = List.copyOf(rules);
        this.suppressions = suppressions;
        this.server = server;
        this.root = root;
    }

    /** Checks what IIS would see at one configuration path. */
    public void check(Scope scope) {
        Element document = rooted(scope.document());
        List<String> paths = List.of(scope.path());
        Focus focus = Focus.in(document.getDocument());
        List<Element> sections = null;
        for (Rule rule : rules) {
            if (rule.subject() != Rule.Subject.PATH) {
                continue;
            }
            if (rule.section().equals("*")) {
                sections = sections == null ? Contexts.sections(scope, document) : sections;
                drafts.check(rule, sections, paths, focus);
            } else {
                drafts.check(rule, Contexts.at(document, rule.section()), paths, focus);
            }
        }
    }

    /** Checks one file as it was written. */
    public void check(WrittenFile file) {
        suppressions.read(file);
        Element document = rooted(file.root());
        Focus focus = Focus.in(document.getDocument(), FileSites.of(file));
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.FILE) {
                drafts.check(rule, Contexts.inFile(document, rule.section()), file.paths(), focus);
            }
        }
    }

    /**
     * What was found so far, in the order file, line, column, rule; also what is suppressed, and what is wrong with the
     * comments that do so.
     */
    public List<Finding> findings() {
        Collection<Draft> found = drafts.all();
        suppressions.apply(found);
        List<Draft> sorted = new ArrayList<>(found);
        sorted.addAll(suppressions.check(rules));
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

    /** Paths that begin with a slash need a document around the root element. */
    private static Element rooted(Element root) {
        if (root.getDocument() == null) {
            DocumentHelper.createDocument(root);
        }
        return root;
    }

    private Finding finding(Draft draft, SourceLines lines, String fingerprint) {
        List<Finding.Note> notes = new ArrayList<>();
        draft.notes
                .values()
                .forEach(sentences -> sentences.forEach(
                        (sentence, paths) -> notes.add(new Finding.Note(sentence, List.copyOf(paths)))));
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
                List.copyOf(draft.paths),
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
