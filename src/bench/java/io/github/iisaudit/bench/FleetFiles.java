package io.github.iisaudit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a fleet of server snapshots: farms of like servers, whose applications share most of their web.config files, as in real
 * farms. The same numbers give the same bytes.
 */
final class FleetFiles {

    /** How many servers of a farm have the same content. */
    private static final int FARM = 20;

    private static final String[] SETTINGS = {
        "",
        "<windowsAuthentication enabled=\"true\" />",
        "<windowsAuthentication enabled=\"true\" useKernelMode=\"false\" />",
        "<windowsAuthentication enabled=\"true\" useAppPoolCredentials=\"true\" />",
        "<windowsAuthentication enabled=\"true\"><providers><clear /><add value=\"NTLM\" /></providers></windowsAuthentication>",
    };

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private FleetFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a fleet.
     *
     * @param sites of each server; each has two applications besides its root
     * @return the files
     */
    static List<Path> write(Path folder, int servers, int sites) {
        FleetFiles fleet = new FleetFiles(folder);
        for (int server = 1; server <= servers; server++) {
            fleet.server("SRV%05d".formatted(server), new Random(server / FARM), sites, server % FARM);
        }
        return fleet.files;
    }

    private void server(String name, Random farm, int sites, int number) {
        StringBuilder host = new StringBuilder(head());
        StringBuilder locations = new StringBuilder();
        for (int site = 1; site <= sites; site++) {
            host.append(site(site, farm.nextInt(3)));
            locations.append(location("Site" + site, SETTINGS[1 + farm.nextInt(SETTINGS.length - 1)]));
            for (String application : new String[] {"", "api/", "reports/"}) {
                boolean isOwn = farm.nextInt(10) == 0;
                String content = webConfig(farm, isOwn ? number : 0);
                file(name + "/D/sites/site" + site + "/" + application + "web.config", content);
            }
        }
        host.append("    </sites>\n  </system.applicationHost>\n")
                .append(locations)
                .append("</configuration>\n");
        file(name + "/inetsrv/config/applicationHost.config", host.toString());
    }

    private void file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head() {
        StringBuilder sections = new StringBuilder();
        for (String section : new String[] {"anonymous", "basic", "digest", "windows"}) {
            sections.append("            <section name=\"")
                    .append(section)
                    .append("Authentication\" overrideModeDefault=\"Deny\" />\n");
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration>
                  <configSections>
                    <sectionGroup name="system.applicationHost">
                      <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                    </sectionGroup>
                    <sectionGroup name="system.webServer">
                      <section name="handlers" overrideModeDefault="Allow" />
                      <section name="staticContent" overrideModeDefault="Allow" />
                      <sectionGroup name="security">
                        <sectionGroup name="authentication">
                """ + sections + """
                        </sectionGroup>
                      </sectionGroup>
                    </sectionGroup>
                  </configSections>
                  <system.applicationHost>
                    <applicationPools>
                      <add name="Pool0" />
                      <add name="Pool1"><processModel identityType="NetworkService" /></add>
                      <add name="Pool2"><processModel identityType="SpecificUser" userName="CONTOSO\\svc" /></add>
                    </applicationPools>
                    <sites>
                """;
    }

    private static String site(int site, int pool) {
        StringBuilder applications = new StringBuilder();
        for (String path : new String[] {"", "api", "reports"}) {
            applications.append("""
                        <application path="/%1$s" applicationPool="Pool%2$d">
                          <virtualDirectory path="/" physicalPath="D:\\sites\\site%3$d\\%1$s" />
                        </application>
                """.formatted(path, pool, site));
        }
        return """
                      <site name="Site%1$d" id="%1$d">
                %2$s        <bindings>
                          <binding protocol="https" bindingInformation="*:443:site%1$d.contoso.com" />
                        </bindings>
                      </site>
                """.formatted(site, applications);
    }

    private static String location(String path, String settings) {
        return """
                  <location path="%s" overrideMode="Allow">
                    <system.webServer><security><authentication>
                      %s
                    </authentication></security></system.webServer>
                  </location>
                """.formatted(path, settings);
    }

    /** As deployments write it: a little of what matters here, and much that does not. */
    private static String webConfig(Random farm, int variant) {
        StringBuilder keys = new StringBuilder();
        int count = 20 + farm.nextInt(60);
        for (int i = 0; i < count; i++) {
            keys.append("    <add key=\"Feature%d.%d\" value=\"https://api%d.contoso.com/v%d/items\" />\n"
                    .formatted(i, variant, farm.nextInt(9), i));
        }
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <configuration>
                  <appSettings>
                %s  </appSettings>
                  <system.webServer>
                    <security><authentication>
                      %s
                    </authentication></security>
                    <staticContent><mimeMap fileExtension=".x%d" mimeType="text/plain" /></staticContent>
                  </system.webServer>
                </configuration>
                """.formatted(keys, SETTINGS[farm.nextInt(SETTINGS.length)], variant);
    }
}
