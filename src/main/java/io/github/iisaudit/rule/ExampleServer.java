package io.github.iisaudit.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The server that examples of rules change: a site {@code Site} in {@code C:\site} on port 80 with an application
 * {@code /app} in {@code C:\app}, both in the pool {@code Pool}. The sections are declared and locked as in a fresh IIS
 * 10, and none has content.
 */
final class ExampleServer {

    static final String HOST_FILE = "applicationHost.config";

    private static final String POOL = "<add name=\"Pool\"/>";
    private static final String BINDING = "<binding protocol=\"http\" bindingInformation=\"*:80:\"/>";

    private String sections = STOCK_SECTIONS;
    private String pools = "";
    private String bindings = "";
    private String host = "";
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * Adds what an example says.
     *
     * @param part pool, bindings, host, web, sections or file
     * @param path of web: from the site, beginning with a slash; of file: the file's; empty for others
     */
    void add(String part, String path, String text) {
        switch (part) {
            case "pool" -> pools += text;
            case "bindings" -> bindings += text;
            case "host" -> host += text;
            case "sections" -> sections = text;
            case "web" -> files.put(folder(path) + "web.config", text.stripLeading());
            case "file" -> files.put(path, text.stripLeading());
            default -> throw new IllegalArgumentException(part);
        }
    }

    /** All files by path, applicationHost.config first. */
    Map<String, String> files() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(HOST_FILE, hostFile());
        all.putAll(files);
        return all;
    }

    private static String folder(String path) {
        String below = path.endsWith("/") ? path.substring(1) : path.substring(1) + "/";
        boolean isApplication = below.equals("app/") || below.startsWith("app/");
        return isApplication ? "C/" + below : "C/site/" + below;
    }

    private String hostFile() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration>
                  <configSections>
                """
                + sections
                + """
                  </configSections>
                  <system.applicationHost>
                    <applicationPools>
                """
                + (pools.isEmpty() ? POOL : pools)
                + """

                    </applicationPools>
                    <sites>
                      <site name="Site" id="1">
                        <application path="/" applicationPool="Pool">
                          <virtualDirectory path="/" physicalPath="C:\\site"/>
                        </application>
                        <application path="/app" applicationPool="Pool">
                          <virtualDirectory path="/" physicalPath="C:\\app"/>
                        </application>
                        <bindings>
                """
                + (bindings.isEmpty() ? BINDING : bindings)
                + """

                        </bindings>
                      </site>
                    </sites>
                  </system.applicationHost>
                """
                + host
                + "\n</configuration>\n";
    }

    /** As IIS 10 writes them at its installation, without the groups that no rule looks at. */
    private static final String STOCK_SECTIONS = """
                <sectionGroup name="system.applicationHost">
                  <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="configHistory" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="log" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="webLimits" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                </sectionGroup>
                <sectionGroup name="system.webServer">
                  <section name="applicationInitialization" allowDefinition="MachineToApplication"
                    overrideModeDefault="Allow"/>
                  <section name="aspNetCore" overrideModeDefault="Allow"/>
                  <section name="asp" overrideModeDefault="Deny"/>
                  <section name="caching" overrideModeDefault="Allow"/>
                  <section name="cgi" overrideModeDefault="Deny"/>
                  <section name="defaultDocument" overrideModeDefault="Allow"/>
                  <section name="directoryBrowse" overrideModeDefault="Allow"/>
                  <section name="fastCgi" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="globalModules" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="handlers" overrideModeDefault="Deny"/>
                  <section name="httpCompression" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                  <section name="httpErrors" overrideModeDefault="Allow"/><section name="httpPlatform"/>
                  <section name="httpLogging" overrideModeDefault="Deny"/>
                  <section name="httpProtocol" overrideModeDefault="Allow"/>
                  <section name="httpRedirect" overrideModeDefault="Allow"/><section name="iisnode"/>
                  <section name="httpTracing" overrideModeDefault="Deny"/>
                  <section name="isapiFilters" allowDefinition="MachineToApplication" overrideModeDefault="Deny"/>
                  <section name="modules" allowDefinition="MachineToApplication" overrideModeDefault="Deny"/>
                  <section name="serverRuntime" overrideModeDefault="Deny"/>
                  <section name="serverSideInclude" overrideModeDefault="Deny"/>
                  <section name="staticContent" overrideModeDefault="Allow"/>
                  <section name="urlCompression" overrideModeDefault="Allow"/>
                  <section name="validation" overrideModeDefault="Allow"/>
                  <section name="webSocket" overrideModeDefault="Deny"/>
                  <sectionGroup name="security">
                    <section name="access" overrideModeDefault="Deny"/>
                    <section name="applicationDependencies" overrideModeDefault="Deny"/>
                    <section name="authorization" overrideModeDefault="Allow"/>
                    <section name="dynamicIpSecurity" overrideModeDefault="Deny"/>
                    <section name="ipSecurity" overrideModeDefault="Deny"/>
                    <section name="isapiCgiRestriction" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                    <section name="requestFiltering" overrideModeDefault="Allow"/>
                    <sectionGroup name="authentication">
                      <section name="anonymousAuthentication" overrideModeDefault="Deny"/>
                      <section name="basicAuthentication" overrideModeDefault="Deny"/>
                      <section name="clientCertificateMappingAuthentication" overrideModeDefault="Deny"/>
                      <section name="digestAuthentication" overrideModeDefault="Deny"/>
                      <section name="iisClientCertificateMappingAuthentication" overrideModeDefault="Deny"/>
                      <section name="windowsAuthentication" overrideModeDefault="Deny"/>
                    </sectionGroup>
                  </sectionGroup>
                  <sectionGroup name="tracing">
                    <section name="traceFailedRequests" overrideModeDefault="Allow"/>
                    <section name="traceProviderDefinitions" overrideModeDefault="Deny"/>
                  </sectionGroup><sectionGroup name="rewrite"><section name="rules"/><section name="globalRules"/></sectionGroup>
                </sectionGroup>
            """;
}
