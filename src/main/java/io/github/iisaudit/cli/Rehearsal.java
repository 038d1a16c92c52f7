package io.github.iisaudit.cli;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The usual runs, one after the other and without output, so that Java can note which classes they need. */
public final class Rehearsal {

    private static final String WEB_CONFIG = """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <system.webServer>
                <security>
                  <authentication>
                    <anonymousAuthentication enabled="false" />
                    <windowsAuthentication enabled="true" />
                  </authentication>
                </security>
              </system.webServer>
            </configuration>
            """;

    private static final String HOST = "inetsrv/config/applicationHost.config";

    private static final String HOST_CONFIG = """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <system.applicationHost>
                <applicationPools><add name="P" /></applicationPools>
                <sites>
                  <site name="Intranet" id="1">
                    <application path="/" applicationPool="P">
                      <virtualDirectory path="/" physicalPath="X:\\none" />
                    </application>
                    <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
                  </site>
                </sites>
              </system.applicationHost>
              <location path="Intranet">
                <system.webServer>
                  <security><authentication><windowsAuthentication enabled="true" /></authentication></security>
                </system.webServer>
              </location>
            </configuration>
            """;

    private static final List<String> CHANGE = List.of("--set", "useKernelMode=false");

    private Rehearsal() {}

    /** @param args the folder of a server; nothing happens on it where there is none */
    public static void main(String[] args) throws IOException {
        new Main.ReadAhead().start();
        Interruption.listen().over();
        String server = args[0];
        Path folder = Files.createTempDirectory("iisaudit");
        try {
            scans(server, folder);
        } finally {
            delete(folder);
        }
        run("scan", "-");
        run("effective", server);
        run("effective", server, "--format", "json");
        run("what-if", server, CHANGE.get(0), CHANGE.get(1));
        run("what-if", server, CHANGE.get(0), CHANGE.get(1), "--format", "json");
        run("explain", "kernel-mode-preauth-401");
        run("rules");
        run("rules", "--format", "json");
        run("--help");
        run("scan", "--help");
        run("--version");
    }

    private static void scans(String server, Path folder) throws IOException {
        String file =
                Files.writeString(folder.resolve("web.config"), WEB_CONFIG).toString();
        String fleet = folder.resolve("fleet").toString();
        servers(Path.of(server), Path.of(fleet));
        String host = Path.of(fleet, "WEB03", HOST).toString();
        for (Format format : Format.values()) {
            String name = format.name().toLowerCase(Locale.ROOT);
            run("scan", file, "--format", name);
            run("scan", server, "--format", name);
            run("scan", host, "--format", name);
            run("scan", fleet, "--jobs", "2", "--format", name);
        }
    }

    /** A fleet of three servers: the sample, the same with files out of the ordinary, and one of which little is known. */
    private static void servers(Path sample, Path fleet) throws IOException {
        for (String name : List.of("WEB01", "WEB02")) {
            copy(sample, Files.createDirectories(fleet.resolve(name)));
        }
        Path other = Files.createDirectories(fleet.resolve("WEB02/C/inetpub/wwwroot"));
        Files.writeString(other.resolve("web.config"), WEB_CONFIG, StandardCharsets.UTF_16);
        Path broken = Files.createDirectories(other.resolve("broken"));
        Files.writeString(broken.resolve("web.config"), WEB_CONFIG.replace("</security>", ""));
        Path host = fleet.resolve("WEB03").resolve(HOST);
        Files.createDirectories(host.resolveSibling(""));
        Files.writeString(host, HOST_CONFIG);
    }

    private static void copy(Path folder, Path copy) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void run(String... args) {
        Main.run(args, InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    }
}
