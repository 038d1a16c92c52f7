package io.github.iisaudit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whole processes, one after the other in turn, and their medians as ratios: the tool on one small web.config and on one large
 * server, by its launcher and as a jar, a bare JVM start (a class that prints one line), and xmllint on the same files where
 * it is installed. Started in the root of the repository.
 *
 * <pre>{@code
 * mvn -q -DskipTests package
 * java src/bench/java/io/github/iisaudit/bench/ProcessBench.java target/iisaudit
 * }</pre>
 */
public final class ProcessBench {

    private static final int ROUNDS = 5;
    private static final int SITES = 300;
    private static final Path STOCK =
            Path.of("src/main/resources/io/github/iisaudit/source/stock-applicationHost.config");
    private static final String POOLS = """
            <add name="Pool" />
            <add name="User"><processModel identityType="SpecificUser" userName="CONTOSO\\svc" /></add>
            """;
    private static final String LAUNCHER =
            System.getProperty("os.name").startsWith("Windows") ? "iisaudit.cmd" : "iisaudit";

    private ProcessBench() {}

    /** One command and what was measured of it. */
    private record Entry(List<String> command, List<Long> millis, List<Long> kilobytes) {

        long medianMillis() {
            return median(millis);
        }

        long medianKilobytes() {
            return median(kilobytes);
        }

        private static long median(List<Long> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
        }
    }

    /** @param args the folder of the distribution; optionally the number of rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            System.err.println("usage: java ProcessBench.java target/iisaudit [rounds]");
            System.exit(2);
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        Path folder = Files.createTempDirectory("iisaudit-bench");
        Map<String, Entry> entries = entries(Path.of(args[0]).toAbsolutePath(), folder);
        for (int round = 0; round <= rounds; round++) {
            for (Entry entry : entries.values()) {
                run(entry, round > 0);
            }
        }
        print(entries);
    }

    private static Map<String, Entry> entries(Path distribution, Path folder) throws IOException, InterruptedException {
        Path hello = hello(folder);
        Path small = Files.writeString(folder.resolve("web.config"), webConfig());
        Path server = Files.createDirectories(folder.resolve("SERVER1"));
        Path large = Files.writeString(server.resolve("applicationHost.config"), applicationHost());
        String java = ProcessHandle.current().info().command().orElse("java");
        String jar = distribution.resolve("lib").resolve("iisaudit.jar").toString();
        String launcher = distribution.resolve("bin").resolve(LAUNCHER).toString();
        String sites = SITES + " sites, " + Files.size(large) / 1000 + " KB";
        Map<String, Entry> entries = new LinkedHashMap<>();
        put(entries, "bare JVM start", java, "-cp", hello.toString(), "Hello");
        put(entries, "launcher: --version", launcher, "--version");
        put(entries, "launcher: rules", launcher, "rules");
        put(entries, "launcher: web.config", launcher, "scan", small.toString());
        put(entries, "launcher: " + sites, launcher, "scan", server.toString());
        put(entries, "java -jar: web.config", java, "-jar", jar, "scan", small.toString());
        put(entries, "java -jar: " + sites, java, "-jar", jar, "scan", server.toString());
        if (isInstalled("xmllint")) {
            put(entries, "xmllint: web.config", "xmllint", "--noout", small.toString());
            put(entries, "xmllint: " + sites, "xmllint", "--noout", large.toString());
        }
        return entries;
    }

    private static void put(Map<String, Entry> entries, String name, String... command) {
        entries.put(name, new Entry(Arrays.asList(command), new ArrayList<>(), new ArrayList<>()));
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path hello(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(
                folder.resolve("Hello.java"),
                "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        new ProcessBuilder("javac", "-d", folder.toString(), source.toString())
                .inheritIO()
                .start()
                .waitFor();
        return folder;
    }

    private static void run(Entry entry, boolean counts) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(entry.command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentKilobytes(process.pid()));
        }
        if (counts) {
            entry.millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            entry.kilobytes.add(peak);
        }
    }

    /** The largest resident size so far where /proc tells it; 0 elsewhere. */
    private static long residentKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.US_ASCII)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private static void print(Map<String, Entry> entries) {
        double bare = entries.get("bare JVM start").medianMillis();
        System.out.printf("%-32s %8s %8s %8s%n", "median of whole processes", "ms", "ratio", "MB");
        entries.forEach((name, entry) -> System.out.printf(
                "%-32s %8d %8.1f %8d%n",
                name, entry.medianMillis(), entry.medianMillis() / bare, entry.medianKilobytes() / 1024));
    }

    private static String webConfig() {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <configuration>
                  <system.webServer>
                    <security>
                      <authentication>
                        <windowsAuthentication enabled="true" />
                        <anonymousAuthentication enabled="false" />
                      </authentication>
                    </security>
                  </system.webServer>
                </configuration>
                """;
    }

    /** The file of a stock server with sites, about 700 KB. */
    private static String applicationHost() throws IOException {
        StringBuilder sites = new StringBuilder();
        StringBuilder locations = new StringBuilder();
        for (int i = 1; i <= SITES; i++) {
            sites.append(site(i));
            locations.append(location(i));
        }
        return Files.readString(STOCK)
                .replace("<!-- sites -->", sites)
                .replace("</applicationPools>", POOLS + "</applicationPools>")
                .replace("</configuration>", locations + "</configuration>");
    }

    private static String site(int i) {
        String pool = i % 3 == 0 ? "User" : "Pool";
        return """
                      <site name="Site%1$d" id="%1$d" serverAutoStart="true">
                        <application path="/" applicationPool="%2$s" enabledProtocols="http,https">
                          <virtualDirectory path="/" physicalPath="D:\\content\\departments\\site%1$d\\wwwroot" />
                          <virtualDirectory path="/shared" physicalPath="E:\\content\\shared\\site%1$d" />
                        </application>
                        <application path="/reports" applicationPool="%2$s" preloadEnabled="true">
                          <virtualDirectory path="/" physicalPath="D:\\content\\departments\\site%1$d\\reports" />
                        </application>
                        <bindings>
                          <binding protocol="http" bindingInformation="*:80:site%1$d.contoso.com" />
                          <binding protocol="https" bindingInformation="*:443:site%1$d.contoso.com" sslFlags="1" />
                        </bindings>
                        <logFile logFormat="W3C" directory="%%SystemDrive%%\\inetpub\\logs\\LogFiles" period="Daily" />
                        <traceFailedRequestsLogging directory="%%SystemDrive%%\\inetpub\\logs\\FailedReqLogFiles" />
                      </site>
                """.formatted(i, pool);
    }

    /** What administrators write for a site: who may enter its application, and how its folder of files is served. */
    private static String location(int i) {
        return """
                  <location path="Site%1$d%2$s">
                    <system.webServer>
                      <security>
                        <authentication>
                          <anonymousAuthentication enabled="false" />
                          <windowsAuthentication enabled="true"%3$s>
                            <extendedProtection tokenChecking="Allow" flags="None" />
                          </windowsAuthentication>
                        </authentication>
                      </security>
                    </system.webServer>
                  </location>
                  <location path="Site%1$d/shared">
                    <system.webServer>
                      <handlers accessPolicy="Read, Script">
                        <remove name="WebDAV" />
                        <add name="Export%1$d" path="*.export" verb="GET,HEAD"
                             type="Contoso.Web.ExportHandler, Contoso.Web" resourceType="Unspecified" />
                      </handlers>
                      <modules runAllManagedModulesForAllRequests="false">
                        <add name="Audit%1$d" type="Contoso.Web.AuditModule, Contoso.Web"
                             preCondition="managedHandler" />
                      </modules>
                      <staticContent>
                        <mimeMap fileExtension=".woff%1$d" mimeType="font/woff2" />
                        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="7.00:00:00" />
                      </staticContent>
                      <httpProtocol>
                        <customHeaders>
                          <add name="X-Content-Type-Options" value="nosniff" />
                        </customHeaders>
                      </httpProtocol>
                    </system.webServer>
                  </location>
                """.formatted(i, i % 2 == 0 ? "/reports" : "", i % 5 == 0 ? " useKernelMode=\"false\"" : "");
    }
}
