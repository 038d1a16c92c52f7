package io.github.iisaudit.rule;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.dom4j.Node;

/**
 * Holds rules against the scopes and files of one server, which come one after the other, and gathers one finding for
 * each rule and place. What does not depend on the path (message, label) is taken from the first scope that shows it.
 * The rules about suppressions come last.
 * Not safe for use by several threads.
 */
public final class Checker {

    private final List<Rule> rules;
    private final String server;
    private final String root;
    private final Suppressions suppressions;
    private final SectionRules sections;
    private final Drafts drafts = new Drafts();
    private final Map<String, SourceText> files = new HashMap<>();

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
        this.sections = new SectionRules(rules);
        this.suppressions = suppressions;
        this.server = server;
        this.root = root;
    }

    /** Checks what IIS would see at one configuration path. */
    public void check(Scope scope) {
        Element document = rooted(sections.document(scope));
        sections.check(scope, document, Focus.in(document.getDocument()), drafts);
    }

    /** Checks one file as it was written. */
    public void check(WrittenFile file) {
        suppressions.read(file);
        files.put(file.path(), file.root().span().source());
        Element document = rooted(file.root());
        Focus focus = Focus.in(document.getDocument(), FileSites.of(file));
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.FILE) {
                drafts.add(rule, flagged(rule, file, focus), file.paths(), focus);
            }
        }
    }

    /** What a rule flags in a file; unless it asks where the file lies, that is the same on all servers that have it. */
    private static List<Node> flagged(Rule rule, WrittenFile file, Focus focus) {
        SafeXPath flag = rule.flag();
        Supplier<List<Node>> work = () -> flag.nodes(Contexts.inFile(file.root(), rule.section()), focus);
        return flag.asksWhereFileLies()
                ? work.get()
                : file.root().span().source().fact(flag, work);
    }

    /**
     * What was found so far, in the order file, line, column, rule; also what is suppressed, and what is wrong with the
     * comments that do so.
     */
    public List<Finding> findings() {
        Collection<Draft> found = drafts.all();
        suppressions.apply(found);
        List<Draft> all = new ArrayList<>(found);
        all.addAll(suppressions.check(rules));
        return new FairCopy(server, root, files).of(all);
    }

    /** Paths that begin with a slash need a document around the root element. */
    private static Element rooted(Element root) {
        if (root.getDocument() == null) {
            DocumentHelper.createDocument(root);
        }
        return root;
    }
}
