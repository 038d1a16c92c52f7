package io.github.iisaudit;

import java.util.function.IntFunction;

/** Text of configuration from its parts, as many of each as are wanted. */
public final class ConfigParts {

    /** The name of the file. */
    public static final String HOST = "applicationHost.config";

    private static final String DECLARATIONS = """
            <configSections>
              <sectionGroup name="system.applicationHost">
                <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
              </sectionGroup>
              <sectionGroup name="system.webServer">
                <section name="handlers" overrideModeDefault="Allow" />
                <section name="modules" overrideModeDefault="Allow" />
                <section name="httpProtocol" overrideModeDefault="Allow" />
                <sectionGroup name="security"><sectionGroup name="authentication">
                  <section name="anonymousAuthentication" overrideModeDefault="Allow" />
                  <section name="basicAuthentication" overrideModeDefault="Allow" />
                  <section name="windowsAuthentication" overrideModeDefault="Allow" />
                </sectionGroup></sectionGroup>
              </sectionGroup>
            </configSections>
            """;

    /** With the number of its host. */
    public static final String BINDING = "<binding protocol=\"http\" bindingInformation=\"*:80:h%d.x\"/>";

    private ConfigParts() {}

    /** As many parts as are wanted. */
    public static String each(int n, IntFunction<String> part) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < n; i++) {
            all.append(part.apply(i));
        }
        return all.toString();
    }

    /** A whole applicationHost.config. */
    public static String configuration(String inside) {
        return "<configuration>" + DECLARATIONS + inside + "</configuration>";
    }

    /** A pool, and one site. */
    public static String site(String inside) {
        return sites("<site name=\"S\" id=\"1\">" + inside + "</site>");
    }

    /** A pool that all applications have, and sites. */
    public static String sites(String inside) {
        return "<system.applicationHost><applicationPools><add name=\"P\"/></applicationPools><sites>"
                + "<applicationDefaults applicationPool=\"P\"/>" + inside + "</sites></system.applicationHost>";
    }

    /** With a virtual directory of its own. */
    public static String application(String path) {
        return "<application path=\"" + path + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\"/></application>";
    }

    /** A location tag. */
    public static String location(String path, String inside) {
        return "<location path=\"" + path + "\">" + inside + "</location>";
    }

    /** Sections of authentication. */
    public static String authentication(String inside) {
        return "<system.webServer><security><authentication>" + inside
                + "</authentication></security></system.webServer>";
    }

    /** Windows authentication, with a blank before its attributes. */
    public static String windows(String attributes, String inside) {
        return authentication("<windowsAuthentication" + attributes + ">" + inside + "</windowsAuthentication>");
    }

    /** Windows authentication that is on. */
    public static String on() {
        return windows(" enabled=\"true\"", "");
    }

    /** Windows authentication that offers Kerberos. */
    public static String negotiate() {
        return windows(" enabled=\"true\"", "<providers><add value=\"Negotiate\"/><add value=\"NTLM\"/></providers>");
    }

    /** A site with one application. */
    public static String root() {
        return site(application("/"));
    }

    /** Providers that nobody knows. */
    public static String providers(int n) {
        return "<providers>" + each(n, i -> "<add value=\"p" + i + "\"/>") + "</providers>";
    }
}
