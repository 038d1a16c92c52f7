package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.LocatedComment;
import io.github.iisaudit.xml.OneLine;
import io.github.iisaudit.xml.Secrets;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment {@code iisaudit:ignore RULE reason}: whoever wrote it knows of findings of these rules and lives with them.
 * It remembers which of its rules found something. Not safe for use by several threads.
 */
final class IgnoreComment {

    /** What a file holds if there is any such comment in it. */
    static final String KEYWORD = "iisaudit:ignore";

    private static final Pattern FORM = Pattern.compile("<!--\\s*" + KEYWORD + "(?=\\s|-->)(.*)-->", Pattern.DOTALL);

    private static final Pattern ID = Pattern.compile("\\s*([\\w-]+)\\s*(,?)");

    private final Span span;
    private final String anchor;
    private final Lines lines;
    private final List<Id> ids;
    private final String reason;
    private final Set<String> used = new HashSet<>();

    /** The id of a rule, where it stands in the comment. */
    record Id(String rule, Span span) {}

    private IgnoreComment(LocatedComment comment, Lines lines, List<Id> ids, String reason) {
        this.span = comment.span();
        this.anchor = Anchor.of(comment);
        this.lines = lines;
        this.ids = ids;
        this.reason = reason;
    }

    /**
     * Reads a comment; empty where it is about something else.
     *
     * @param lines those that it is about, if it is such a comment
     */
    static Optional<IgnoreComment> read(LocatedComment comment, Lines lines) {
        Span span = comment.span();
        Matcher form = FORM.matcher(span.text());
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Id> ids = new ArrayList<>();
        int end = ids(span, form.start(1), ids);
        String rest = OneLine.of(span.text().substring(end, form.end(1)));
        String reason = Secrets.hidden(rest.replaceFirst("^[:,\u2013\u2014-]+ *", ""));
        return Optional.of(new IgnoreComment(comment, lines, ids, reason));
    }

    /** Reads ids with commas between them and tells where they end. */
    private static int ids(Span comment, int start, List<Id> ids) {
        String text = comment.text();
        int end = start;
        boolean isMore = true;
        Matcher id = ID.matcher(text.substring(0, text.length() - "-->".length()));
        while (isMore && id.region(end, id.regionEnd()).lookingAt()) {
            int offset = comment.start();
            ids.add(new Id(id.group(1), new Span(comment.source(), offset + id.start(1), offset + id.end(1))));
            isMore = !id.group(2).isEmpty();
            end = id.end();
        }
        return end;
    }

    /** Whether it is about the findings, on a line, of a rule that it names; if so, it counts as used. */
    boolean suppresses(String rule, int line) {
        boolean isMeant = lines.contain(line);
        if (isMeant) {
            used.add(rule);
        }
        return isMeant;
    }

    /** The ids of the rules that it names, each once. */
    Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        for (Id id : ids) {
            rules.add(id.rule());
        }
        return rules;
    }

    /** Whether a rule found something that it is about. */
    boolean isUsed(String rule) {
        return used.contains(rule);
    }

    /** Whether it stands before the root element and so is about the whole file. */
    boolean isForFile() {
        return lines.areAll();
    }

    /** The rules that it names, in the order of the comment. */
    List<Id> ids() {
        return ids;
    }

    /** Why, in one line; empty where nobody says. */
    String reason() {
        return reason;
    }

    /** All of the comment. */
    Span span() {
        return span;
    }

    /** Its place by names. */
    String anchor() {
        return anchor.isEmpty() ? KEYWORD : anchor + "/" + KEYWORD;
    }
}
