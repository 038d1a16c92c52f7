package io.github.iisaudit.rule;

import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.config.ServerName;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.xml.Located;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.dom4j.Document;
import org.dom4j.Element;
import org.dom4j.Node;
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
 * <tr><td>{@code iis:is-server(name)}</td><td>whether a name is that of the scope's server, ignoring case</td></tr>
 * <tr><td>{@code iis:is-server-host(name)}</td><td>the same for a host name, which may have a domain behind it</td></tr>
 * <tr><td>{@code iis:account()}</td><td>the Windows account as which the scope's pool appears on the network</td></tr>
 * <tr><td>{@code iis:computer()}</td><td>the account of the scope's computer, in words</td></tr>
 * <tr><td>{@code iis:host-names()}</td><td>the host names of the site's http and https bindings, in a list with
 * commas</td></tr>
 * <tr><td>{@code iis:spns()}</td><td>the service principal names {@code HTTP/<host name>} of the same, wildcards left
 * out</td></tr>
 * <tr><td>{@code iis:word(element, string, bare?)}</td><td>the string as a word of the command in which a template has it; templates
 * call it themselves</td></tr>
 * <tr><td>{@code iis:file()}</td><td>the path of the written file, with forward slashes</td></tr>
 * <tr><td>{@code iis:lies-in(site)}</td><td>whether the written file lies in the site of this name, ignoring case; false
 * where the server, and so the name, is only assumed</td></tr>
 * <tr><td>{@code iis:has-site(path)}</td><td>whether the written applicationHost.config has the site that a
 * configuration path begins with; looks at the sites only, and once a
 * file</td></tr>
 * <tr><td>{@code iis:windows-logon()}</td><td>whether IIS asks for a Windows logon at the path: {@link WindowsLogon}</td></tr>
 * <tr><td>{@code iis:module-runs(name)}</td><td>whether a native module is loaded and not taken out at the path</td></tr>
 * <tr><td>{@code iis:is-closed()}</td><td>whether TLS is required where no https binding serves the path</td></tr>
 * <tr><td>{@code iis:open-verbs(section)}</td><td>the verbs with which an authorization section lets in callers without a
 * logon: {@link AnonymousAccess}</td></tr>
 * <tr><td>{@code iis:runs-asp-net(pool, handlers)}</td><td>whether ASP.NET runs where they serve: {@link AspNet}</td></tr>
 * <tr><td>{@code iis:is-loopback(binding)}</td><td>whether the first binding answers to the machine itself only</td></tr>
 * </table>
 *
 * {@code iis:account()}, {@code iis:host-names()} and {@code iis:spns()} are empty outside the effective document of a
 * site, {@code iis:is-server(name)} and {@code iis:is-server-host(name)} false, {@code iis:file()} and {@code iis:lies-in(site)} say nothing outside a written file.
 */
final class IisFunctions {

    private static final int ASCII = 128;

    private IisFunctions() {}

    /** Whether both are equal in lower case. */
    static boolean same(String a, String b) {
        int both = Math.min(a.length(), b.length());
        for (int i = 0; i < both; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c >= ASCII || d >= ASCII) {
                return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
            } else if (c != d && Character.toLowerCase(c) != Character.toLowerCase(d)) {
                return false;
            }
        }
        return a.length() == b.length();
    }

    static String firstSegment(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    static boolean isDefault(@Nullable Node node) {
        if (node instanceof EffectiveAttribute attribute) {
            return attribute.origin() instanceof Origin.Default;
        }
        return node instanceof EffectiveElement element && element.origin() instanceof Origin.Default;
    }

    /** Whether somebody wrote a section, were it to empty it; asked of one that holds no entries. */
    static boolean isWritten(Element section) {
        return !(section instanceof EffectiveElement element)
                || (element.origin() instanceof Origin.Written written
                        && written.element().getName().equals(section.getName()));
    }

    static boolean isServer(Node at, Focus focus, String name) {
        Element scope = scope(at, focus);
        return scope != null && ServerName.is(scope, name);
    }

    static boolean isServerHost(Node at, Focus focus, String host) {
        Element scope = scope(at, focus);
        return scope != null && ServerName.isHost(scope, host);
    }

    /** The root of the effective document that a node stands in; null for one of a written file. */
    static @Nullable Element scope(Node at, Focus focus) {
        Document document = focus.documentOf(at);
        return document == null ? null : scope(document);
    }

    private static @Nullable Element scope(Document document) {
        Element root = document.getRootElement();
        return root == null || !root.getName().equals("scope") ? null : root;
    }

    static String account(@Nullable Element scope) {
        String account = otherAccount(scope);
        return account == null ? computer(scope) : account;
    }

    /** The computer account in words; empty outside a scope. */
    static String computer(@Nullable Element scope) {
        return scope == null ? "" : new Computer(scope.attributeValue("computer", "")).words();
    }

    /** What one of both is, with a gap for the computer account. */
    static void account(@Nullable SafeXPath xpath, Focus focus, Wording.Parts wording) {
        Document document = focus.document();
        Element scope = document == null ? null : scope(document);
        boolean isComputer = xpath != null && xpath.toString().trim().equals("iis:computer()");
        String account = isComputer && scope != null ? null : otherAccount(scope);
        if (account == null) {
            wording.add(Wording.Gap.COMPUTER);
        } else {
            wording.add(account);
        }
    }

    /**
     * The account unless it is the computer's, as far as the host is real; IIS Express runs as whoever starts it. The computer is what built-in ones are on the network; LocalService is nobody's:
     * https://learn.microsoft.com/iis/manage/configuring-security/application-pool-identities
     */
    private static @Nullable String otherAccount(@Nullable Element scope) {
        Element pool = scope == null ? null : scope.element("applicationPool");
        if (scope == null || pool == null) {
            return "";
        }
        if (!scope.attributeValue("host", "real").equals("real")) {
            return "an account that is not known";
        }
        Element process = pool.element("processModel");
        String identity = process == null ? "" : process.attributeValue("identityType", "");
        if (process != null && identity.equals("SpecificUser")) {
            String user = process.attributeValue("userName", "");
            return user.isBlank() ? "the pool's user, who is not named" : user;
        }
        return identity.equals("LocalService") ? "LocalService, which is anonymous on the network" : null;
    }

    static String file(Node node) {
        return node instanceof Located located ? located.span().path() : "";
    }

    static boolean liesIn(Focus focus, String site) {
        FileSites sites = focus.sites();
        return sites != null && sites.lieIn(site);
    }

    static boolean hasSite(Node at, Focus focus, String path) {
        FileSites sites = focus.sites();
        Document document = focus.documentOf(at);
        if (sites == null && document != null) {
            sites = FileSites.of(document.getRootElement());
        }
        return sites != null && sites.have(firstSegment(path));
    }

    /** The quoted word; empty for an element that there is not. */
    static String word(String element, String text, boolean mayBeBare) {
        Quoting quoting = Quoting.of(element);
        if (quoting == null) {
            return "";
        }
        return mayBeBare ? quoting.bareInTemplate(text) : quoting.inTemplate(text);
    }

    static String hostNames(@Nullable Element scope) {
        return String.join(", ", names(scope));
    }

    static String spns(@Nullable Element scope) {
        StringBuilder spns = new StringBuilder();
        for (String name : names(scope)) {
            if (name.indexOf('*') < 0) {
                spns.append(spns.length() == 0 ? "HTTP/" : ", HTTP/").append(name);
            }
        }
        return spns.toString();
    }

    static boolean isWindowsLogon(@Nullable Element scope) {
        return WindowsLogon.isAskedFor(scope);
    }

    static boolean moduleRuns(@Nullable Element scope, String module) {
        return scope != null && WindowsLogon.runs(scope, module);
    }

    static boolean isClosed(@Nullable Element scope) {
        return scope != null && WindowsLogon.isClosed(scope);
    }

    static String openVerbs(@Nullable Node section, Focus focus) {
        return section instanceof Element element
                ? AnonymousAccess.openVerbs(element, focus.steps())
                : AnonymousAccess.ALL;
    }

    static boolean runsAspNet(@Nullable Node pool, @Nullable Node handlers) {
        return AspNet.runs(
                pool instanceof Element element ? element : null, handlers instanceof Element element ? element : null);
    }

    /**
     * By its host name or its address; addresses in 127.0.0.0/8 and ::1 never leave a machine, and names below localhost mean
     * it: https://www.rfc-editor.org/rfc/rfc6890#section-2.2.2 , https://www.rfc-editor.org/rfc/rfc6761#section-6.3
     */
    static boolean isLoopback(@Nullable Node node) {
        if (!(node instanceof Element binding)) {
            return false;
        }
        String host = binding.attributeValue("host", "").toLowerCase(Locale.ROOT);
        String information = binding.attributeValue("bindingInformation", "");
        int end = information.startsWith("[") ? information.indexOf(']') : information.indexOf(':');
        String address = end < 0 ? "" : information.substring(0, end);
        boolean isFour = address.startsWith("127.") && isOf(address, "0123456789.");
        boolean isSix = address.startsWith("[") && address.endsWith("1") && isOf(address.substring(1, end - 1), "0:");
        return isFour || isSix || host.equals("localhost") || host.endsWith(".localhost");
    }

    private static boolean isOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(@Nullable Element scope) {
        Set<String> names = new LinkedHashSet<>();
        Element site = scope == null ? null : scope.element("site");
        if (site == null) {
            return names;
        }
        for (Element binding : site.elements("binding")) {
            String host = binding.attributeValue("host", "").toLowerCase(Locale.ROOT);
            boolean isHttp = binding.attributeValue("protocol", "").regionMatches(true, 0, "http", 0, 4);
            if (isHttp && !host.isEmpty()) {
                names.add(host);
            }
        }
        return names;
    }
}
