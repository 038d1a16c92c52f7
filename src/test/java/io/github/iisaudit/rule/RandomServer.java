package io.github.iisaudit.rule;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small servers by chance, with everything that rules look at; the same seed gives the same server. */
final class RandomServer {

    private static final String[] USERS = {"CONTOSO\\svc", "WEB01\\local", "web02\\other", ".\\me", ""};
    private static final String[] HOSTS = {"", "web01", "intranet", "WEB02.contoso.com", "*.x", "localhost"};
    private static final String[] SITES = {"A", "b c", "Ä", "d  e"};

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();

    private RandomServer(long seed) {
        this.random = new Random(seed);
    }

    /** A server with a name of its own. */
    static ConfigSource of(long seed, String name, Host host) {
        RandomServer server = new RandomServer(seed);
        server.write();
        return new NamedSource(name, host, server.files);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void write() {
        StringBuilder pools = new StringBuilder();
        for (String pool : List.of("p", "q", "r")) {
            pools.append("<add name='").append(pool).append("'").append(of("", " managedPipelineMode='Classic'"));
            pools.append("><processModel")
                    .append(of("", identity(), identity()))
                    .append("/></add>\n");
        }
        StringBuilder sites = new StringBuilder();
        for (int i = 0; i < SITES.length; i++) {
            sites.append(site(SITES[i], i));
        }
        ExampleServer server = new ExampleServer();
        String host = server.files().get(ExampleServer.HOST_FILE);
        host = host.replaceAll("(?s)<applicationPools>\n.*</applicationPools>", "<applicationPools/>")
                .replaceAll("(?s)<sites>.*</sites>", "<sites/>")
                .replace("<applicationPools/>", "<applicationPools>" + pools + "</applicationPools>")
                .replace("<sites/>", "<sites>" + sites + "</sites>");
        if (one(2)) {
            host = host.replaceAll("overrideModeDefault=\"Deny\"", "overrideModeDefault=\"Allow\"");
        }
        StringBuilder more = new StringBuilder(sections());
        for (String site : SITES) {
            if (one(2)) {
                String mode = of("", " overrideMode='Deny'", " inheritInChildApplications='false'");
                more.append("<location path='")
                        .append(site)
                        .append(of("", "/app", "/sub"))
                        .append("'")
                        .append(mode);
                more.append(">").append(sections()).append("</location>\n");
            }
        }
        files.put(ExampleServer.HOST_FILE, host.replace("\n</configuration>", more + "\n</configuration>"));
    }

    private String identity() {
        String type = of("SpecificUser", "SpecificUser", "NetworkService", "LocalService", "LocalSystem");
        return " identityType='" + type + "'" + (type.equals("SpecificUser") ? " userName='" + of(USERS) + "'" : "");
    }

    private String site(String name, int index) {
        StringBuilder site = new StringBuilder("<site name='" + name + "' id='" + (index + 1) + "'>");
        String drive = one(4) ? "D" : "C";
        site.append(application("/", drive + ":\\s" + index)).append(application("/app", drive + ":\\a" + index));
        web(drive, "s" + index);
        web(drive, "s" + index + "/sub");
        web(drive, "s" + index + "/sub/low");
        web(drive, "a" + index);
        site.append("<bindings>");
        for (int i = random.nextInt(3); i >= 0; i--) {
            String information = "10.0.0." + random.nextInt(3) + ":80:" + of(HOSTS);
            site.append("<binding protocol='").append(of("http", "https", "net.tcp"));
            site.append("' bindingInformation='").append(information).append("'/>");
        }
        return site.append("</bindings></site>\n").toString();
    }

    private String application(String path, String folder) {
        String physical = one(6) ? "\\\\nas\\share" : folder;
        return "<application path='" + path + "' applicationPool='" + of("p", "q", "r", "none")
                + "'><virtualDirectory path='/' physicalPath='" + physical + "'/></application>";
    }

    private void web(String drive, String folder) {
        if (drive.equals("C") && one(2)) {
            String end = one(12) ? "" : "</configuration>";
            files.put("C/" + folder + "/web.config", "<configuration>\n" + sections() + end);
        }
    }

    private String sections() {
        StringBuilder security = new StringBuilder("<security>");
        if (one(2)) {
            security.append("<access sslFlags='")
                    .append(of("None", "Ssl", "Ssl,SslRequireCert"))
                    .append("'/>\n");
        }
        security.append("<authentication>\n");
        if (one(2)) {
            security.append(windows());
        }
        for (String other : List.of("anonymousAuthentication", "basicAuthentication")) {
            if (one(3)) {
                security.append("<").append(other).append(bool("enabled")).append("/>\n");
            }
        }
        security.append("</authentication></security>\n");
        String modules = one(8) ? "<modules><add name='WindowsAuthenticationModule'/></modules>\n" : "";
        String validation = one(4) ? "<validation" + bool("validateIntegratedModeConfiguration") + "/>\n" : "";
        String web = one(3) ? "<system.web><identity" + bool("impersonate") + "/></system.web>\n" : "";
        String unknown = one(8) ? "<httpErrors><error statusCode='404' x='1'/></httpErrors>\n" : "";
        return "<system.webServer>" + security + modules + validation + unknown + "</system.webServer>" + web;
    }

    private String windows() {
        String broken = one(8) ? " nonsense='1'" : "";
        String providers = one(3)
                ? "<providers><clear/><add value='" + of("NTLM", "Negotiate", "Negotiate:Kerberos", "x")
                        + "'/></providers>"
                : "";
        return "<windowsAuthentication" + bool("enabled") + bool("useKernelMode") + bool("useAppPoolCredentials")
                + bool("authPersistNonNTLM") + broken + ">" + providers + "</windowsAuthentication>\n";
    }

    private String bool(String name) {
        return of("", " " + name + "='true'", " " + name + "='true'", " " + name + "='false'");
    }
}
