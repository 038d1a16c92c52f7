package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small server in texts. It has the sites {@code S} in {@code C:\s}, with an application {@code /a} in {@code C:\s\a},
 * and {@code T} in {@code C:\t}, all in the pool {@code P}; all three folders were collected. Every piece of XML that a test
 * adds stands on lines of its own.
 */
final class Server {

    static final String HOST = "applicationHost.config";

    private static final String STOCK = """
            <windowsAuthentication enabled="false">
            <providers><add value="Negotiate"/><add value="NTLM"/></providers>
            </windowsAuthentication>""";
    private static final String SITES = """
            <site name="S" id="1">
            <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="C:\\s"/></application>
            <application path="/a" applicationPool="P">
            <virtualDirectory path="/" physicalPath="C:\\s\\a"/></application>
            </site>
            <site name="T" id="2">
            <application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="C:\\t"/></application>
            </site>""";

    private static final String TEXT = """
            <configuration>
            <configSections>
            <sectionGroup name="system.applicationHost">
            <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
            <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
            </sectionGroup>
            <sectionGroup name="system.webServer">
            <section name="defaultDocument" overrideModeDefault="Allow"/>
            <section name="directoryBrowse" overrideModeDefault="Allow"/>
            <section name="globalModules" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
            <section name="handlers" overrideModeDefault="Deny"/>
            <section name="modules" allowDefinition="MachineToApplication" overrideModeDefault="Allow"/>
            <sectionGroup name="security">
            <sectionGroup name="authentication">
            <section name="anonymousAuthentication" overrideModeDefault="Deny"/>
            %s
            </sectionGroup>
            </sectionGroup>
            </sectionGroup>
            </configSections>
            <system.applicationHost>
            <applicationPools>
            %s
            </applicationPools>
            <sites>
            %s
            </sites>
            </system.applicationHost>
            <system.webServer>
            <security>
            <authentication>
            %s
            </authentication>
            </security>
            </system.webServer>
            %s</configuration>
            """;

    private String declaration;
    private String authentication = STOCK;
    private String pools = "<add name=\"P\"/>";
    private String sites = SITES;
    private final StringBuilder more = new StringBuilder();
    private final Map<String, String> files = new LinkedHashMap<>();
    private Host kind = Host.REAL;

    private Server(String declaration) {
        this.declaration = declaration;
        folder("C/s").folder("C/s/a").folder("C/t");
    }

    /** Windows authentication locked and off, with Negotiate and NTLM: as IIS is installed. */
    static Server base() {
        return declaring("overrideModeDefault=\"Deny\"");
    }

    /** The same with the section open to every web.config. */
    static Server unlocked() {
        return declaring("overrideModeDefault=\"Allow\"");
    }

    /** The same with these attributes on the declaration of the section. */
    static Server declaring(String attributes) {
        return new Server("<section name=\"windowsAuthentication\" " + attributes + "/>");
    }

    /** One line that sets Windows authentication, with all the elements around it. */
    static String windows(String attributes) {
        return windows(attributes, "");
    }

    /** One line with something inside the section. */
    static String windows(String attributes, String inside) {
        String section = "<windowsAuthentication " + attributes + ">" + inside + "</windowsAuthentication>";
        return "<system.webServer><security><authentication>" + section
                + "</authentication></security></system.webServer>";
    }

    /** One line that sets providers alone. */
    static String providers(String directives) {
        return windows("", "<providers>" + directives + "</providers>");
    }

    static String location(String path, String content) {
        return tag("path=\"" + path + "\"", content);
    }

    /** A location tag with these attributes, on one line. */
    static String tag(String attributes, String content) {
        return "<location " + attributes + ">" + content + "</location>";
    }

    /** A virtual directory. */
    static String vdir(String path, String folder) {
        return "<virtualDirectory path=\"" + path + "\" physicalPath=\"" + folder + "\"/>";
    }

    /** What stands instead of the section's declaration. */
    Server declaration(String xml) {
        declaration = xml;
        return this;
    }

    /** What stands in {@code <authentication>} of applicationHost.config, outside location tags. */
    Server authentication(String xml) {
        authentication = xml;
        return this;
    }

    /** The section of applicationHost.config outside location tags. */
    Server everywhere(String attributes, String inside) {
        return authentication("<windowsAuthentication " + attributes + ">" + inside + "</windowsAuthentication>");
    }

    Server pools(String xml) {
        pools = xml;
        return this;
    }

    Server sites(String xml) {
        sites = xml;
        return this;
    }

    /** One site S, whose root application holds these virtual directories and nothing else. */
    Server directories(String xml) {
        return sites("<site name=\"S\" id=\"1\"><application path=\"/\" applicationPool=\"P\">" + xml
                + "</application></site>");
    }

    /** Adds to the end of applicationHost.config. */
    Server host(String xml) {
        more.append(xml).append('\n');
        return this;
    }

    /** A web.config; its content begins on line 2. */
    Server web(String folder, String content) {
        return file(folder + "/web.config", "<configuration>\n" + content + "\n</configuration>\n");
    }

    /** A file as it is. */
    Server file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** A folder that was collected. */
    Server folder(String path) {
        return file(path + "/index.html", "");
    }

    /** Of the content, nothing was collected so far. */
    Server withoutContent() {
        files.clear();
        return this;
    }

    /** The server is not known: a stock one is assumed. */
    Server assumed() {
        kind = Host.ASSUMED;
        return this;
    }

    /** Windows authentication at a path. */
    Answer at(String path) {
        return windowsAuthentication(configuration(), path);
    }

    /** Windows authentication at one of several paths that are asked for in turn. */
    static Answer windowsAuthentication(ServerConfiguration configuration, String path) {
        return answer(configuration, path, "system.webServer/security/authentication/windowsAuthentication");
    }

    /** A section at a path. */
    Answer at(String path, String section) {
        return answer(configuration(), path, section);
    }

    /** A section at one of several paths that are asked for in turn. */
    static Answer answer(ServerConfiguration configuration, String path, String section) {
        Scope scope = configuration.find(path).orElseThrow(() -> new AssertionError("no path " + path));
        return scope.sections().stream()
                .filter(s -> s.name().equals(section))
                .map(s -> new Answer(scope, s))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + section));
    }

    Answer anonymousAt(String path) {
        return at(path, "system.webServer/security/authentication/anonymousAuthentication");
    }

    List<String> paths() {
        return List.copyOf(configuration().paths());
    }

    ServerConfiguration configuration() {
        return ServerConfiguration.read(source());
    }

    MemorySource source() {
        MemorySource source = MemorySource.of(applicationHost()).on(kind);
        files.forEach(source::with);
        return source;
    }

    /** The text of applicationHost.config. */
    String applicationHost() {
        return TEXT.formatted(declaration, pools, sites, authentication, more);
    }

    /** The text of the web.config in a folder. */
    String webConfig(String folder) {
        return files.getOrDefault(folder + "/web.config", "");
    }

    /** The place in applicationHost.config of the first line that contains a text. */
    String line(String text) {
        List<String> lines = applicationHost().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return HOST + ":" + (i + 1);
            }
        }
        throw new AssertionError("no line with " + text);
    }
}
