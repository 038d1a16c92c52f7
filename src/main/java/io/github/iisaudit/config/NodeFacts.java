package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.xml.LocatedElement;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The elements that the nodes of a server's tree are shown as to rules, each made once, and what a witness says of them. */
final class NodeFacts {

    private final SiteTree tree;
    private final Map<Object, Fact> facts = new IdentityHashMap<>();
    private final Map<Node, Optional<Application>> applications = new IdentityHashMap<>();
    private final Map<Object, RewriteRules> rewriting = new IdentityHashMap<>();
    private @Nullable Witness witness;

    NodeFacts(SiteTree tree) {
        this.tree = tree;
    }

    void beside(@Nullable Witness more) {
        witness = more;
    }

    boolean hasWitness() {
        return witness != null;
    }

    /** A site, an application, a pool or a virtual directory as an element of that name shows it. */
    Fact fact(String name, Node node) {
        return facts.computeIfAbsent(node, n -> new Fact(() -> EffectiveDocument.element(name, node)));
    }

    /** What a witness says of a path; null where nobody knows more. */
    @Nullable
    Fact testimony(Scope scope, Node node) {
        Witness more = witness;
        Application application = more == null
                ? null
                : applications
                        .computeIfAbsent(node, n -> Application.of(n, tree))
                        .orElse(null);
        EffectiveElement told = application == null || more == null ? null : more.tell(scope, application);
        return told == null ? null : facts.computeIfAbsent(told, t -> new Fact(told::copy));
    }

    /** What URL Rewrite makes of all requests at a path. */
    RewriteRules rewriting(PathState state) {
        RewriteRules global = rewriting(state.section("system.webServer/rewrite/globalRules"));
        RewriteRules own = rewriting(state.section("system.webServer/rewrite/rules"));
        return own == RewriteRules.NONE ? global : global.and(own);
    }

    private RewriteRules rewriting(@Nullable SectionState section) {
        LocatedElement written =
                section == null || section.isSettled() ? null : section.values().nearest();
        return written == null ? RewriteRules.NONE : rewriting.computeIfAbsent(written, w -> RewriteRules.of(written));
    }
}
