package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jaxen.Context;
import org.jaxen.FunctionContext;
import org.jaxen.NamespaceContext;
import org.jaxen.SimpleFunctionContext;
import org.jaxen.XPathFunctionContext;
import org.jaxen.function.StringFunction;
import org.jspecify.annotations.Nullable;

/**
 * The functions that rules have beside those of XPath 1.0. {@link Signature} says what they take.
 *
 * <table>
 * <caption>Functions</caption>
 * <tr><td>{@code iis:lower(string)}</td><td>the string in lower case</td></tr>
 * <tr><td>{@code iis:same(a, b)}</td><td>whether two strings are equal ignoring case, as IIS compares most of its
 * names</td></tr>
 * <tr><td>{@code iis:has(nodes, string)}</td><td>whether the text of any node equals the string ignoring case</td></tr>
 * <tr><td>{@code iis:first-segment(path)}</td><td>what stands before the first slash of a configuration path: the
 * site</td></tr>
 * <tr><td>{@code iis:is-default(node)}</td><td>whether nobody wrote the first node: its value is the schema's
 * default</td></tr>
 * <tr><td>{@code iis:account()}</td><td>the Windows account as which the scope's pool appears on the network</td></tr>
 * <tr><td>{@code iis:host-names()}</td><td>the host names of the site's http and https bindings, in a list with
 * commas</td></tr>
 * <tr><td>{@code iis:spns()}</td><td>the service principal names {@code HTTP/<host name>} of the same, wildcards left
 * out</td></tr>
 * <tr><td>{@code iis:file()}</td><td>the path of the written file, with forward slashes</td></tr>
 * <tr><td>{@code iis:lies-in(site)}</td><td>whether the written file lies in the site of this name, ignoring case; false
 * where the server, and so the name, is only assumed</td></tr>
 * <tr><td>{@code iis:has-site(path)}</td><td>whether the written applicationHost.config has the site that a
 * configuration path begins with; looks at the sites only, whereas a path from the root looks at every location tag on
 * its way</td></tr>
 * </table>
 *
 * {@code iis:account()}, {@code iis:host-names()} and {@code iis:spns()} are empty outside the effective document of a
 * site, {@code iis:file()} and {@code iis:lies-in(site)} say nothing outside a written file.
 */
final class IisFunctions {

    static final String NAMESPACE = "urn:iisaudit";
    static final NamespaceContext NAMESPACES = prefix -> "iis".equals(prefix) ? NAMESPACE : null;
    static final FunctionContext CONTEXT = context();

    private IisFunctions() {}

    private static FunctionContext context() {
        SimpleFunctionContext functions = new XPathFunctionContext(false);
        functions.registerFunction(NAMESPACE, "lower", (c, args) -> lower(c, args.get(0)));
        functions.registerFunction(
                NAMESPACE, "same", (c, args) -> lower(c, args.get(0)).equals(lower(c, args.get(1))));
        functions.registerFunction(NAMESPACE, "has", (c, args) -> has(c, (List<?>) args.get(0), args.get(1)));
        functions.registerFunction(NAMESPACE, "first-segment", (c, args) -> firstSegment(string(c, args.get(0))));
        functions.registerFunction(NAMESPACE, "is-default", (c, args) -> isDefault((List<?>) args.get(0)));
        functions.registerFunction(NAMESPACE, "account", (c, args) -> account(scope(c)));
        functions.registerFunction(NAMESPACE, "host-names", (c, args) -> String.join(", ", hostNames(scope(c))));
        functions.registerFunction(NAMESPACE, "spns", (c, args) -> spns(scope(c)));
        functions.registerFunction(
                NAMESPACE, "file", (c, args) -> file((Node) c.getNodeSet().get(0)));
        functions.registerFunction(NAMESPACE, "has-site", (c, args) -> hasSite(c, string(c, args.get(0))));
        functions.registerFunction(NAMESPACE, "lies-in", (c, args) -> liesIn(c, args.get(0)));
        return functions;
    }

    private static String string(Context context, Object value) {
        return StringFunction.evaluate(value, context.getNavigator());
    }

    private static String lower(Context context, Object value) {
        return string(context, value).toLowerCase(Locale.ROOT);
    }

    private static boolean has(Context context, List<?> nodes, Object wanted) {
        String lower = lower(context, wanted);
        return nodes.stream().anyMatch(node -> lower(context, node).equals(lower));
    }

    private static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static boolean isDefault(List<?> nodes) {
        Object node = nodes.isEmpty() ? "" : nodes.get(0);
        if (node instanceof EffectiveAttribute) {
            return ((EffectiveAttribute) node).origin() instanceof Origin.Default;
        }
        return node instanceof EffectiveElement && ((EffectiveElement) node).origin() instanceof Origin.Default;
    }

    /** The root of an effective document, or null in a written file. */
    private static @Nullable Element scope(Context context) {
        Document document = ((Node) context.getNodeSet().get(0)).getDocument();
        Element root = document == null ? null : document.getRootElement();
        return root == null || !root.getName().equals("scope") ? null : root;
    }

    /**
     * Built-in accounts are the computer's on the network, LocalService is nobody's:
     * https://learn.microsoft.com/iis/manage/configuring-security/application-pool-identities
     */
    private static String account(@Nullable Element scope) {
        Element pool = scope == null ? null : scope.element("applicationPool");
        if (scope == null || pool == null) {
            return "";
        }
        Element process = pool.element("processModel");
        String identity = process == null ? "" : process.attributeValue("identityType", "");
        if (process != null && identity.equals("SpecificUser")) {
            String user = process.attributeValue("userName", "");
            return user.isBlank() ? "the pool's user, who is not named" : user;
        } else if (identity.equals("LocalService")) {
            return "LocalService, which is anonymous on the network";
        }
        boolean isReal = scope.attributeValue("host", "real").equals("real");
        String name = scope.attributeValue("server", "");
        return isReal && !name.isEmpty() ? "the computer account " + name + "$" : "the computer account";
    }

    private static String file(Node node) {
        return node instanceof Located located ? located.span().path() : "";
    }

    /** The name that a written file's document has for {@code iis:lies-in}: the sites of its paths, a line each. */
    static String documentName(WrittenFile file) {
        return file.isAssumed()
                ? ""
                : file.paths().stream()
                        .map(IisFunctions::firstSegment)
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }

    private static boolean liesIn(Context context, Object site) {
        Document document = ((Node) context.getNodeSet().get(0)).getDocument();
        String names = document == null || document.getName() == null ? "" : document.getName();
        String wanted = string(context, site);
        return !wanted.isEmpty() && names.lines().anyMatch(wanted::equalsIgnoreCase);
    }

    private static boolean hasSite(Context context, String path) {
        Document document = ((Node) context.getNodeSet().get(0)).getDocument();
        if (document == null) {
            return false;
        }
        Element root = document.getRootElement();
        String wanted = firstSegment(path);
        // The first group holds the sites nearly always, and it stands before the many location tags.
        return hasSite(root.element("system.applicationHost"), wanted)
                || root.elements("system.applicationHost").stream().anyMatch(group -> hasSite(group, wanted))
                || root.elements("location").stream()
                        .anyMatch(location -> hasSite(location.element("system.applicationHost"), wanted));
    }

    private static boolean hasSite(@Nullable Element group, String name) {
        return group != null
                && group.elements("sites").stream()
                        .flatMap(sites -> sites.elements("site").stream())
                        .anyMatch(site -> name.equalsIgnoreCase(site.attributeValue("name")));
    }

    private static Set<String> hostNames(@Nullable Element scope) {
        Set<String> names = new LinkedHashSet<>();
        Element site = scope == null ? null : scope.element("site");
        if (site == null) {
            return names;
        }
        for (Element binding : site.elements("binding")) {
            String host = binding.attributeValue("host", "").toLowerCase(Locale.ROOT);
            if (binding.attributeValue("protocol", "").toLowerCase(Locale.ROOT).startsWith("http") && !host.isEmpty()) {
                names.add(host);
            }
        }
        return names;
    }

    private static String spns(@Nullable Element scope) {
        List<String> spns = new ArrayList<>();
        for (String name : hostNames(scope)) {
            if (!name.contains("*")) {
                spns.add("HTTP/" + name);
            }
        }
        return String.join(", ", spns);
    }
}
