package io.github.iisaudit.rule;

import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules against the scopes and files of one server, which come one after the other, and gathers one finding for
 * each rule and place. What does not depend on the path (message, label) is taken from the first scope that shows it.
 * Not safe for use by several threads.
 */
public final class Checker {

    private record Key(String rule, String file, int start, int end) {}

    private static final Comparator<Draft> ORDER = Comparator.<Draft, String>comparing(
                    draft -> draft.mark.span().path())
            .thenComparing(draft -> draft.mark.span().line())
            .thenComparing(draft -> draft.mark.span().column())
            .thenComparing(draft -> draft.rule.id())
            .thenComparing(draft -> draft.mark.span().end());

    private final List<Rule> rules;
    private final String server;
    private final String root;
    private final Map<Key, Draft> drafts = new LinkedHashMap<>();

    /**
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(List<Rule> rules, String server, String root) {
        this.rules = List.copyOf(rules);
        this.server = server;
        this.root = root;
    }

    /** Checks what IIS would see at one configuration path. */
    public void check(Scope scope) {
        Element document = rooted(scope.document());
        List<String> paths = List.of(scope.path());
        List<Element> sections = null;
        for (Rule rule : rules) {
            if (rule.isFileRule()) {
                continue;
            }
            if (rule.section().equals("*")) {
                sections = sections == null ? Contexts.sections(scope, document) : sections;
                check(rule, sections, paths);
            } else {
                check(rule, Contexts.at(document, rule.section()), paths);
            }
        }
    }

    /** Checks one file as it was written. */
    public void check(WrittenFile file) {
        Element document = rooted(file.root());
        document.getDocument().setName(IisFunctions.documentName(file));
        for (Rule rule : rules) {
            if (rule.isFileRule()) {
                check(rule, Contexts.inFile(document, rule.section()), file.paths());
            }
        }
    }

    /** What was found so far, in the order file, line, column, rule. */
    public List<Finding> findings() {
        List<Draft> sorted = new ArrayList<>(drafts.values());
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

    private void check(Rule rule, List<Element> contexts, List<String> paths) {
        for (Element context : contexts) {
            for (Node node : rule.flag().nodes(context)) {
                Mark.of(node).ifPresent(mark -> add(rule, node, mark, paths));
            }
        }
    }

    private void add(Rule rule, Node node, Mark mark, List<String> paths) {
        Span span = mark.span();
        Key key = new Key(rule.id(), span.path(), span.start(), span.end());
        drafts.computeIfAbsent(key, k -> new Draft(rule, mark, node)).add(node, mark, paths);
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
                fingerprint);
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
