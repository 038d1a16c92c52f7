package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An application: what serves it, and under which names its site is reached.
 *
 * @param path its configuration path: {@code Site/app}
 * @param poolName the pool that it names, by default too; empty where none is named
 * @param pool that pool; empty where there is none of that name
 * @param bindings those of its site, in the order of the file
 */
public record Application(String path, String poolName, Optional<ApplicationPool> pool, List<Binding> bindings) {

    /**
     * A binding of a site.
     *
     * @param port as it is written
     * @param hostName the host name that it answers to; empty for any
     * @param written the element
     */
    public record Binding(String protocol, String port, String hostName, LocatedElement written) {

        /** Whether browsers can ask for it. */
        public boolean isHttp() {
            return protocol.equalsIgnoreCase("http") || protocol.equalsIgnoreCase("https");
        }

        /** Whether it answers to one host name, not to any or to a pattern. */
        public boolean isSingle() {
            return !hostName.isEmpty() && hostName.indexOf('*') < 0;
        }
    }

    /** The applications of a server, in order of their paths ignoring case. */
    public static List<Application> of(ServerConfiguration server) {
        List<Application> applications = new ArrayList<>();
        Map<Node, List<Binding>> bindings = new IdentityHashMap<>();
        for (Node node : server.tree().applications()) {
            Node site = server.tree().site(node.path()).orElse(null);
            if (site != null) {
                applications.add(of(node, bindings.computeIfAbsent(site, Application::bindings), server.tree()));
            }
        }
        applications.sort((a, b) -> ConfigPath.ORDER.compare(a.path(), b.path()));
        return applications;
    }

    /** That of a node; empty where its site is not there. */
    static Optional<Application> of(Node node, SiteTree tree) {
        return tree.site(node.path()).map(site -> of(node, bindings(site), tree));
    }

    private static Application of(Node node, List<Binding> bindings, SiteTree tree) {
        return new Application(
                node.path(), node.value("applicationPool"), tree.pool(node).map(ApplicationPool::of), bindings);
    }

    static List<Binding> bindings(Node site) {
        List<Binding> found = new ArrayList<>();
        ElementSchema schema = site.schema().elements().get("bindings");
        if (schema != null && schema.collection() != null) {
            ElementSchema binding = schema.collection().entry();
            for (ElementState.Entry entry : site.state().child("bindings").entries()) {
                String information = entry.value("bindingInformation", binding);
                int end = information.lastIndexOf(':');
                String host = information.substring(end + 1);
                String before = information.substring(0, Math.max(0, end));
                found.add(new Binding(
                        entry.value("protocol", binding),
                        before.substring(before.lastIndexOf(':') + 1),
                        host,
                        Objects.requireNonNull(entry.state().nearest())));
            }
        }
        return found;
    }

    /** A site's bindings with a host name, as {@code https://intranet.contoso.com}, in order. */
    static Set<String> addresses(Node site) {
        Set<String> addresses = new TreeSet<>();
        for (Binding binding : bindings(site)) {
            if (!binding.hostName().isEmpty()) {
                addresses.add(binding.protocol() + "://" + binding.hostName());
            }
        }
        return addresses;
    }
}
