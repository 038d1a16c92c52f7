package io.github.iisaudit.rule;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dom4j.DocumentHelper;

/**
 * Holds rules against the scopes and files of one server, which come one after the other, and gathers one finding for
 * each rule and place. What does not depend on the path (message, label) is taken from the first scope that shows it.
 * The rules about suppressions come last.
 * Not safe for use by several threads.
 */
public final class Checker {

    private record Of(String name, String root, Budget budget) {}

    private final List<Rule> rules;
    private final String server;
    private final String root;
    private final Suppressions suppressions;
    private final ScopeCheck scopes;
    private final FileRules fileRules;
    private final Drafts drafts;

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
     * A checker of a whole server, which knows no other rules than those that run.
     *
     * @param verdicts the rules, and what they found on other servers of the same run
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(Verdicts verdicts, String server, String root) {
        this(verdicts, Suppressions.of(verdicts.rules()), server, root);
    }

    /** The same, of a server that pays for what is found. */
    public Checker(Verdicts verdicts, ServerConfiguration server) {
        this(verdicts, Suppressions.of(verdicts.rules()), server);
    }

    /**
     * A checker that the server pays for.
     *
     * @param verdicts the rules, and what they found on other servers of the same audit
     * @param suppressions those of the same server; used before, they know its files, and which of them suppress nothing is not told
     */
    public Checker(Verdicts verdicts, Suppressions suppressions, ServerConfiguration server) {
        this(verdicts, suppressions, new Of(server.name(), server.root(), server.budget()));
    }

    /**
     * @param suppressions those of the same server, not used before
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(List<Rule> rules, Suppressions suppressions, String server, String root) {
        this(new Verdicts(rules), suppressions, server, root);
    }

    /**
     * @param verdicts the rules, and what they found on other servers of the same audit
     * @param suppressions those of the same server, not used before
     * @param server the name of the server
     * @param root the root of its files as typed on the command line
     */
    public Checker(Verdicts verdicts, Suppressions suppressions, String server, String root) {
        this(verdicts, suppressions, new Of(server, root, new Budget()));
    }

    private Checker(Verdicts verdicts, Suppressions suppressions, Of server) {
        this.rules = verdicts.rules();
        this.scopes = verdicts.scopes();
        this.fileRules = verdicts.files();
        this.suppressions = suppressions;
        this.server = server.name;
        this.root = server.root;
        this.drafts = new Drafts(server.budget);
    }

    /** Checks what IIS would see at one configuration path. */
    public void check(Scope scope) {
        scopes.check(scope, server, drafts);
    }

    /** Checks one file as it was written. */
    public void check(WrittenFile file) {
        suppressions.read(file);
        if (file.root().getDocument() == null) {
            DocumentHelper.createDocument(file.root());
        }
        fileRules.check(file, drafts);
    }

    /**
     * Gathers what was found so far.
     *
     * @throws Budget.SpentException if that is more than the server may cost
     */
    public void settle() {
        drafts.settle();
    }

    /** No more comes, though there is more: what was found before that counts. */
    public void stop() {
        suppressions.stop();
        drafts.stop();
    }

    /**
     * What was found so far, in the order file, line, column, rule; also what is suppressed, and what is wrong with the
     * comments that do so.
     */
    public List<Finding> findings() {
        suppressions.apply(drafts.all());
        suppressions.check(rules, drafts);
        return new FairCopy(server, root).of(new ArrayList<>(drafts.all()));
    }

    /** The comment that suppresses what a rule finds at a place of a checked file. */
    Optional<Finding.Suppression> suppression(String rule, Span place) {
        return suppressions
                .at(rule, place)
                .map(comment -> new Finding.Suppression(
                        Finding.Suppression.Kind.COMMENT, comment.reason(), Finding.Place.of(comment.span(), "")));
    }

    /** The rules of which that says nothing, as they take too many steps; to be asked after it. */
    public List<StoppedRules.Stopped> stopped() {
        return drafts.stopped().all();
    }

    /** How often a group of rules had to look at the document of a scope. */
    int evaluations() {
        return scopes.evaluations();
    }
}
