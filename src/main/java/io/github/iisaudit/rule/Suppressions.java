package io.github.iisaudit.rule;

import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xpath.Focus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;

/**
 * The comments {@code iisaudit:ignore} in one server's files: which findings they suppress, and which of them suppress
 * none. Findings about such comments themselves are never suppressed. Not safe for use by several threads.
 */
public final class Suppressions {

    private final Collection<String> known;
    private final boolean isWholeServer;
    private final Map<String, File> files = new LinkedHashMap<>();

    private boolean isStopped;

    /** @param byRule those of the comments that name it, in their order */
    private record File(List<IgnoreComment> comments, List<String> paths, Map<String, List<IgnoreComment>> byRule) {

        static File of(List<IgnoreComment> comments, List<String> paths) {
            Map<String, List<IgnoreComment>> byRule = comments.isEmpty() ? Map.of() : new HashMap<>();
            for (IgnoreComment comment : comments) {
                for (String rule : comment.rules()) {
                    byRule.computeIfAbsent(rule, r -> new ArrayList<>()).add(comment);
                }
            }
            return new File(comments, paths, byRule);
        }

        List<IgnoreComment> about(String rule) {
            return byRule.getOrDefault(rule, List.of());
        }
    }

    /**
     * @param known the ids of all rules, whether they run or not
     * @param isWholeServer whether all paths of the server are checked; if not, a comment in applicationHost.config
     *     that suppresses nothing may be meant for the others
     */
    public Suppressions(Collection<String> known, boolean isWholeServer) {
        this.known = known;
        this.isWholeServer = isWholeServer;
    }

    /** Suppressions of a whole server on which all rules run. */
    static Suppressions of(List<Rule> rules) {
        List<String> ids = new ArrayList<>(rules.size());
        rules.forEach(rule -> ids.add(rule.id()));
        return new Suppressions(ids, true);
    }

    void read(WrittenFile file) {
        files.put(file.path(), File.of(IgnoreComments.of(file.root()), file.paths()));
    }

    /** The comment that suppresses what a rule finds at a place. */
    Optional<IgnoreComment> at(String rule, Span place) {
        File file = files.get(place.path());
        if (file != null) {
            for (IgnoreComment comment : file.comments) {
                if (comment.suppresses(rule, place.line())) {
                    return Optional.of(comment);
                }
            }
        }
        return Optional.empty();
    }

    /** Some of the server is not checked any more, so that no comment can be called unused. */
    void stop() {
        isStopped = true;
    }

    /** Tells each finding which comment suppresses it, if any does. */
    void apply(Collection<Draft> drafts) {
        for (Draft draft : drafts) {
            readFileOf(draft);
            File file = files.get(draft.mark.span().path());
            List<IgnoreComment> about = file == null ? List.of() : file.about(draft.rule.id());
            int line = about.isEmpty() ? 0 : draft.mark.span().line();
            for (IgnoreComment comment : about) {
                if (comment.suppresses(draft.rule.id(), line) && draft.suppressedBy == null) {
                    draft.suppressedBy = comment;
                }
            }
        }
    }

    /** The file of one section, which {@code configSource} names, is known from the findings in it only. */
    private void readFileOf(Draft draft) {
        LocatedElement root = draft.mark.document();
        if (root != null) {
            files.computeIfAbsent(
                    draft.mark.span().path(), path -> File.of(IgnoreComments.of(root), draft.paths.sorted()));
        }
    }

    /** Holds the rules about suppressions against all comments; to be called after the findings were suppressed. */
    void check(List<Rule> rules, Drafts drafts) {
        if (!areThere()) {
            return;
        }
        Set<String> running = new HashSet<>();
        List<Rule> about = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.subject() != Rule.Subject.NAME) {
                running.add(rule.id()); // whether one of those is needed is known when all servers were audited
            }
            if (rule.subject() == Rule.Subject.SUPPRESSION) {
                about.add(rule);
            }
        }
        Set<String> ids = new TreeSet<>(known);
        for (File file : files.values()) {
            boolean isAll = !isStopped && (isWholeServer || !file.paths.contains(""));
            List<Element> documents = new ArrayList<>();
            for (IgnoreComment comment : file.comments) {
                documents.add(document(comment, new Ids(ids, isAll ? running : Set.of())));
            }
            for (Rule rule : about) {
                drafts.check(rule, documents, file.paths, Focus.alone());
            }
        }
    }

    private boolean areThere() {
        for (File file : files.values()) {
            if (!file.comments.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The ids of rules.
     *
     * @param checked those of which a comment that suppressed nothing is unused
     */
    private record Ids(Set<String> known, Set<String> checked) {}

    /**
     * What a rule sees: {@code <suppression reason="…" for="file|lines"><rule id="…" state="…"/></suppression>}. The
     * state is {@code used}, {@code unused}, {@code not-run} or {@code unknown}, which may have a {@code nearest}.
     */
    private static Element document(IgnoreComment comment, Ids ids) {
        Element root = new SuppressionElement("suppression", comment.span(), comment.anchor());
        root.addAttribute("reason", comment.reason());
        root.addAttribute("for", comment.isForFile() ? "file" : "lines");
        for (IgnoreComment.Id id : comment.ids()) {
            Element rule = new SuppressionElement("rule", id.span(), comment.anchor() + "[" + id.rule() + "]");
            rule.addAttribute("id", id.rule());
            rule.addAttribute("state", state(comment, id.rule(), ids));
            root.add(rule);
            if (!ids.known.contains(id.rule())) {
                Spelling.nearest(id.rule(), ids.known).ifPresent(near -> rule.addAttribute("nearest", near));
            }
        }
        DocumentHelper.createDocument(root);
        return root;
    }

    private static String state(IgnoreComment comment, String rule, Ids ids) {
        if (!ids.known.contains(rule)) {
            return "unknown";
        } else if (comment.isUsed(rule)) {
            return "used";
        }
        return ids.checked.contains(rule) ? "unused" : "not-run";
    }
}
