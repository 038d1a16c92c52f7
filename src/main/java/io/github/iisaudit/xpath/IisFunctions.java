package io.github.iisaudit.xpath;

import io.github.iisaudit.config.ConfigPath;
import io.github.iisaudit.config.EffectiveAttribute;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Origin;
import io.github.iisaudit.kerberos.ServerName;
import io.github.iisaudit.kerberos.WindowsLogon;
import io.github.iisaudit.xml.Located;
import io.github.iisaudit.xml.Quoting;
import java.util.Locale;
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
 * <tr><td>{@code iis:host()}</td><td>the kind of the written file's host, in the words of {@code /scope/@host}</td></tr>
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
 * site, {@code iis:is-server(name)} and {@code iis:is-server-host(name)} false, {@code iis:file()}, {@code iis:host()} and {@code iis:lies-in(site)} say nothing outside a written file.
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

    static boolean isDefault(@Nullable Node node) {
        if (node instanceof EffectiveAttribute attribute) {
            return attribute.origin() instanceof Origin.Default;
        }
        return node instanceof EffectiveElement element && element.origin() instanceof Origin.Default;
    }

    static boolean isServer(Node at, Focus focus, String name) {
        Element scope = focus.scope(at);
        return scope != null && ServerName.is(scope, name);
    }

    static boolean isServerHost(Node at, Focus focus, String host) {
        Element scope = focus.scope(at);
        return scope != null && ServerName.isHost(scope, host);
    }

    static String file(Node node) {
        return node instanceof Located located ? located.span().path() : "";
    }

    static String host(Focus focus) {
        FileSites sites = focus.sites();
        return sites == null ? "" : sites.host();
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
        return sites != null && sites.have(ConfigPath.site(path));
    }

    /** The quoted word; empty for an element that there is not. */
    static String word(String element, String text, boolean mayBeBare) {
        Quoting quoting = Quoting.of(element);
        if (quoting == null) {
            return "";
        }
        return mayBeBare ? quoting.bareInTemplate(text) : quoting.inTemplate(text);
    }

    static String openVerbs(@Nullable Node section, Focus focus) {
        return section instanceof Element element
                ? AnonymousAccess.openVerbs(element, focus.steps())
                : AnonymousAccess.ALL;
    }

    static boolean runsAspNet(@Nullable Element scope, @Nullable Node pool, @Nullable Node handlers) {
        return AspNet.runs(
                scope,
                pool instanceof Element element ? element : null,
                handlers instanceof Element element ? element : null);
    }
}
