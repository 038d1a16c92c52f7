package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a scope beside its sections: the attributes of the root element of its document, and the elements beside the
 * sections. The document and all answers about it are made of these alone, so that nobody can see a fact that is not told.
 */
final class Facts {

    private static final String SHARE = "\\\\";

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, Fact> elements = new LinkedHashMap<>();

    static Facts of(Scope scope, ServerConfiguration server, PathState state) {
        Facts facts = new Facts();
        facts.attributes.put("path", scope.path());
        facts.attributes.put("kind", scope.kind().id());
        facts.attributes.put("server", server.name());
        facts.attributes.put("computer", server.computer().account());
        facts.attributes.put("host", server.host());
        facts.attributes.put("given", server.isSingleFile() ? "file" : "folder");
        String rootOf = scope.hasErrors() ? scope.rootOf() : "";
        if (!rootOf.isEmpty()) {
            facts.attributes.put("rootOf", rootOf);
        }
        if (enrolsCertificates(scope.path())) {
            facts.attributes.put("enrolment", "certificates");
        }
        facts.add(server.facts().rewriting(state));
        SiteTree tree = server.tree();
        Node directory = tree.directory(scope.path()).orElse(null);
        String share = directory == null ? "" : shareReadAsCaller(directory);
        if (!share.isEmpty()) {
            facts.attributes.put("share", share);
        }
        Node application = tree.application(scope.path()).orElse(null);
        facts.add("site", tree.site(scope.path()).orElse(null), server);
        facts.add("application", application, server);
        facts.add(
                "applicationPool",
                application == null ? null : tree.pool(application).orElse(null),
                server);
        facts.add("virtualDirectory", directory, server);
        Fact kerberos = application == null ? null : server.facts().testimony(scope, application);
        if (kerberos != null) {
            facts.elements.put("kerberos", kerberos);
        }
        return facts;
    }

    /**
     * Whether certificates are enrolled at a path: the pages of AD CS, and its web services for enrolment and for its policy, which
     * are named after the authority and how one signs in.
     *
     * @see <a href="https://support.microsoft.com/help/5005413">KB 5005413</a>
     */
    private static boolean enrolsCertificates(String path) {
        String key = path.toLowerCase(Locale.ROOT) + '/';
        return key.contains("/certsrv/") || key.contains("_ces_") || key.contains("_cep_");
    }

    /**
     * The server of a share whose content IIS reads as the caller, as no user is named for it; empty where the folder is none.
     *
     * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/application/virtualdirectory/">virtualDirectory</a>
     */
    private static String shareReadAsCaller(Node directory) {
        String path = directory.value("physicalPath");
        boolean isShare = path.startsWith(SHARE) && !path.startsWith(SHARE + "?\\") && !path.startsWith(SHARE + ".\\");
        if (!isShare || !directory.value("userName").isEmpty()) {
            return "";
        }
        int end = path.indexOf('\\', SHARE.length());
        return path.substring(SHARE.length(), end < 0 ? path.length() : end);
    }

    private void add(RewriteRules rules) {
        if (!rules.redirecting().isEmpty()) {
            attributes.put("redirecting", rules.redirecting());
        }
        if (!rules.forwarding().isEmpty()) {
            attributes.put("forwarding", rules.forwarding());
        }
    }

    private void add(String name, @Nullable Node node, ServerConfiguration server) {
        if (node != null) {
            elements.put(name, server.facts().fact(name, node));
        }
    }

    /** The root of a new document with all of them. */
    EffectiveElement root() {
        EffectiveElement scope = new EffectiveElement("scope", null);
        attributes.forEach((name, value) -> scope.add(new EffectiveAttribute(name, value, null)));
        elements.forEach((name, fact) -> scope.add(fact.element().part(name)));
        return scope;
    }

    /** The element of a name; null where there is none. */
    @Nullable
    Fact element(String name) {
        return elements.get(name);
    }

    /**
     * What they say under a path of the document below its root, wherever that was written.
     *
     * @param name of an attribute, such as {@code @kind}, or of an element; empty for all
     * @param path from that element on, such as {@code binding/@host}
     */
    Object says(String name, String path) {
        Fact fact = elements.get(name);
        if (fact != null) {
            return fact.says(path);
        } else if (name.isEmpty() || name.equals("@*")) {
            return all(name.isEmpty());
        }
        return name.startsWith("@") ? attributes.getOrDefault(name.substring(1), "") : Content.NOTHING;
    }

    private Said all(boolean hasElements) {
        Said.Builder all = new Said.Builder();
        attributes.forEach((name, value) -> all.add(name).add(value));
        if (hasElements) {
            elements.forEach((name, fact) -> all.add(name).add(fact.says(Fact.ALL)));
        }
        return all.build();
    }
}
