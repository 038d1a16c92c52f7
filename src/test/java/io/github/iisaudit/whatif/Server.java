package io.github.iisaudit.whatif;

import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server WEB01 in memory. Its site {@code S} in {@code C:\s} has the application {@code S/a} in {@code C:\s\a},
 * pools {@code root} and {@code a}; the sections of authentication are locked, providers are Negotiate and NTLM,
 * Windows authentication is on.
 */
final class Server implements ConfigSource {

    private static final String HOST = """
            <?xml version="1.0" encoding="windows-1252"?>
            <configuration><configSections><sectionGroup name="system.applicationHost">
            <section name="applicationPools"/><section name="sites"/></sectionGroup>
            <sectionGroup name="system.webServer"><section name="globalModules"/><sectionGroup name="security"><sectionGroup name="authentication">
            <section name="anonymousAuthentication"/><section name="windowsAuthentication" %s/>
            </sectionGroup></sectionGroup></sectionGroup></configSections>
            <system.applicationHost><applicationPools>%s</applicationPools><sites><site name="S" id="1">
            <application path="/" applicationPool="root"><virtualDirectory path="/" physicalPath="C:\\s"/></application>
            <application path="/a" applicationPool="%s"><virtualDirectory path="/" physicalPath="C:\\s\\a"/>
            </application><bindings>%s</bindings></site>%s</sites></system.applicationHost>
            <system.webServer><security><authentication><anonymousAuthentication enabled="%s"/>
            <windowsAuthentication %s>%s</windowsAuthentication></authentication></security></system.webServer>
            %s</configuration>
            """;

    static final String COMPUTER = "WEB01$";

    private final Map<String, String> webConfigs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> pools = new LinkedHashMap<>();
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder otherSites = new StringBuilder();
    private String bindings = binding("http", "*:80:www.contoso.com");
    private String global = "enabled=\"true\"";
    private String providers = "<providers><add value=\"Negotiate\"/><add value=\"NTLM\"/></providers>";
    private String declared = "overrideModeDefault=\"Deny\"";
    private String poolOfA = "a";
    private String anonymous = "false";
    private boolean isCollected = true;
    private Host host = Host.REAL;

    Server() {
        pools.put("root", "");
        pools.put("a", "");
    }

    static String binding(String protocol, String information) {
        return "<binding protocol=\"" + protocol + "\" bindingInformation=\"" + information + "\"/>";
    }

    /** The pool of the root application and the pool of S/a. */
    Server pool(String name, String identityType) {
        pools.put(name, "<processModel identityType=\"" + identityType + "\"/>");
        return this;
    }

    Server user(String pool, String userName) {
        pools.put(pool, "<processModel identityType=\"SpecificUser\" userName=\"" + userName + "\"/>");
        return this;
    }

    Server poolOfA(String name) {
        poolOfA = name;
        return this;
    }

    /** The attributes of the section for the whole server. */
    Server windows(String attributes) {
        global = attributes;
        return this;
    }

    Server providers(String... values) {
        providers = "<providers>"
                + String.join(
                        "",
                        List.of(values).stream()
                                .map(v -> "<add value=\"" + v + "\"/>")
                                .toList()) + "</providers>";
        return this;
    }

    Server bindings(String... all) {
        bindings = String.join("", all);
        return this;
    }

    Server unlocked() {
        return declared("overrideModeDefault=\"Allow\"");
    }

    /** The attributes of the section's declaration. */
    Server declared(String attributes) {
        declared = attributes;
        return this;
    }

    Server anonymous() {
        anonymous = "true";
        return this;
    }

    Server on(Host other) {
        host = other;
        return this;
    }

    /** The role service Windows Authentication is not installed. */
    Server withoutModule() {
        content.append(
                        "<system.webServer><globalModules><add name=\"StaticFileModule\" image=\"static.dll\"/></globalModules>")
                .append("</system.webServer>");
        return this;
    }

    Server notCollected() {
        isCollected = false;
        return this;
    }

    /** A location tag with a section element in applicationHost.config. */
    Server location(String path, String attributes) {
        return text("<location path=\"" + path + "\">" + section(attributes, "") + "</location>");
    }

    /** Anything at the end of applicationHost.config, on a line of its own. */
    Server text(String xml) {
        content.append(xml).append('\n');
        return this;
    }

    /** A second site of one application with the same binding and a pool of its own. */
    Server otherSite(String name, String pool) {
        pools.putIfAbsent(pool, "");
        otherSites
                .append("<site name=\"")
                .append(name)
                .append("\" id=\"2\"><application path=\"/\" applicationPool=\"")
                .append(pool)
                .append("\"><virtualDirectory path=\"/\" physicalPath=\"C:\\o\"/></application><bindings>")
                .append(bindings)
                .append("</bindings></site>\n");
        return this;
    }

    /** A web.config with the section, in the folder {@code s} or below. */
    Server web(String folder, String attributes) {
        webConfigs.put(
                "C/" + folder + "/web.config", "<configuration>\n" + section(attributes, "") + "\n</configuration>");
        return this;
    }

    /** Any other file in the folder {@code s} or below. */
    Server with(String path, String text) {
        webConfigs.put("C/" + path, text);
        return this;
    }

    private static String section(String attributes, String inside) {
        return "<system.webServer><security><authentication><windowsAuthentication " + attributes + ">" + inside
                + "</windowsAuthentication></authentication></security></system.webServer>";
    }

    private String hostText() {
        StringBuilder poolTexts = new StringBuilder();
        pools.forEach((name, model) -> poolTexts.append("<add name=\"%s\">%s</add>".formatted(name, model)));
        return HOST.formatted(
                declared, poolTexts, poolOfA, bindings, otherSites, anonymous, global, providers, content);
    }

    /** Asks it, without rules. */
    ServerAnswer ask(String path, String... settings) {
        return new WhatIf(Asked.change(Optional.empty(), settings), Optional.of(path), List.of(), 1).ask(this);
    }

    /** Asks it for everything, without rules. */
    ServerAnswer askAll(String... settings) {
        return new WhatIf(Asked.change(Optional.empty(), settings), Optional.empty(), List.of(), 1).ask(this);
    }

    ServerAnswer askIdentity(String path, String identity, String... settings) {
        return new WhatIf(Asked.change(Optional.of(identity), settings), Optional.of(path), List.of(), 1).ask(this);
    }

    /** Asks it with the rules of the program. */
    ServerAnswer askWithRules(String path, String... settings) {
        return new WhatIf(Asked.change(Optional.empty(), settings), Optional.of(path), Asked.rules(), 1).ask(this);
    }

    @Override
    public String name() {
        return "WEB01";
    }

    @Override
    public Computer computer() {
        return new Computer(name() + "$");
    }

    @Override
    public String root() {
        return "snapshots/WEB01";
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Lookup applicationHost() {
        byte[] bytes = hostText().getBytes(StandardCharsets.ISO_8859_1);
        return new Lookup.Found(new ConfigFile("applicationHost.config", bytes));
    }

    @Override
    public Lookup beside(String name) {
        return new Lookup.Absent();
    }

    @Override
    public List<ConfigFile> schemas() {
        return List.of();
    }

    @Override
    public Lookup file(String folder, String name) {
        String path = folder.replace(":", "").replace('\\', '/') + "/" + name;
        if (!isCollected) {
            return new Lookup.Unavailable(path, "not collected", false);
        }
        return webConfigs.containsKey(path)
                ? new Lookup.Found(new ConfigFile(path, webConfigs.get(path).getBytes(StandardCharsets.UTF_8)))
                : new Lookup.Absent();
    }

    @Override
    public boolean isCollected(String folder) {
        return isCollected;
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        String prefix = folder.replace(":", "").replace('\\', '/') + "/";
        List<String> folders = new ArrayList<>();
        for (String file : webConfigs.keySet()) {
            int end = file.length() - "/web.config".length();
            if (file.startsWith(prefix) && file.endsWith("/web.config") && end > prefix.length()) {
                folders.add(file.substring(prefix.length(), end));
            }
        }
        return folders;
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.empty();
    }
}
