package io.github.iisaudit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with the application Intranet/hr (site 2), some evidence, and what {@code iisaudit confirm} says of them. */
final class Evidence {

    static final String FIELDS =
            "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
                    + " cs(Referer) sc-status sc-substatus sc-win32-status time-taken";

    /** SPNEGO with NTLM in it, as Windows begins with. */
    static final String BEGIN =
            "Negotiate YEgGBisGAQUFAqA+MDygDjAMBgorBgEEAYI3AgIKoioEKE5UTE1TU1AAAQAAAJeCCOIAAAAAKAAAAAAAAAAoAAAACgBdWAAAAA8=";

    static final String CHALLENGE =
            "Negotiate oV0wW6ADCgEBoQwGCisGAQQBgjcCAgqiRgRETlRMTVNTUAACAAAACAAIADgAAAAVgoniESIzRFVm"
                    + "d4gAAAAAAAAAAAQABABAAAAACgBdWAAAAA9DAE8AUgBQAAAAAAA=";

    private static final String SECTIONS = """
            <configSections>
              <sectionGroup name="system.applicationHost">
                <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
              </sectionGroup>
              <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                <section name="windowsAuthentication" overrideModeDefault="Deny" />
              </sectionGroup></sectionGroup></sectionGroup>
            </configSections>
            """;

    private static final String SITES = """
            <site name="Intranet" id="2">
              <application path="/"><virtualDirectory path="/" physicalPath="D:\\web" /></application>
              <application path="/hr"><virtualDirectory path="/" physicalPath="D:\\hr" /></application>
              <bindings>
                <binding protocol="http" bindingInformation="*:80:intranet.corp.example" />
                <binding protocol="https" bindingInformation="*:443:intranet.corp.example" />
              </bindings>
            </site>
            <site name="Portal" id="7">
              <application path="/"><virtualDirectory path="/" physicalPath="D:\\portal" /></application>
              <bindings><binding protocol="http" bindingInformation="*:8080:" /></bindings>
            </site>
            """;

    private final Path folder;
    private String sites = SITES;
    private String windows = "<windowsAuthentication enabled=\"true\" />";
    private String locations = "";

    Evidence(Path folder) {
        this.folder = folder;
    }

    Evidence windows(String attributes) {
        windows = "<windowsAuthentication " + attributes + " />";
        return this;
    }

    Evidence sites(String xml) {
        sites = xml;
        return this;
    }

    Evidence locations(String xml) {
        locations = xml;
        return this;
    }

    /** A log of site 2 with the usual columns, whose rows are {@link #row written short}. */
    Evidence log(String... rows) {
        return file("W3SVC2/u_ex260309.log", w3c(FIELDS, rows));
    }

    static String w3c(String fields, String... rows) {
        StringBuilder log =
                new StringBuilder("#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n"
                        + "#Date: 2026-03-09 06:30:00\r\n#Fields: " + fields + "\r\n");
        for (String row : rows) {
            log.append(row.startsWith("#") ? "#Fields: " + fields : row(row)).append("\r\n");
        }
        return log.toString();
    }

    /** {@code 06:30:00 /hr/a.aspx - .41 401 1 2148074254}, perhaps with a program after it, as a row with the usual columns. */
    static String row(String brief) {
        String[] words = brief.split(" ");
        String agent = words.length > 7 ? words[7] : "Trident/7.0";
        return "2026-03-09 " + words[0] + " 10.20.30.5 GET " + words[1] + " secret=1 80 " + words[2] + " 10.20.30"
                + words[3] + " " + agent + " - " + words[4] + " " + words[5] + " " + words[6] + " 15";
    }

    Evidence file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Evidence file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve("evidence").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final String HR = "http://intranet.corp.example/hr/default.aspx?secret=1";

    /** One session of a capture: what was sent, the status, what was offered. */
    record Exchange(String client, String sent, int status, List<String> offered) {

        static Exchange anonymous() {
            return new Exchange("iexplore:6716", "", 401, List.of("Negotiate", "NTLM"));
        }

        static Exchange refused(String sent) {
            return new Exchange("iexplore:6716", sent, 401, List.of("Negotiate", "NTLM"));
        }

        static Exchange continued(String sent) {
            return new Exchange("iexplore:6716", sent, 401, List.of(CHALLENGE));
        }

        static Exchange accepted(String sent) {
            return new Exchange("iexplore:6716", sent, 200, List.of());
        }

        Exchange of(String other) {
            return new Exchange(other, sent, status, offered);
        }
    }

    static byte[] saz(Exchange... exchanges) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        int id = 0;
        for (Exchange each : exchanges) {
            String name = String.format("raw/%02d_", ++id);
            String sent = each.sent.isEmpty() ? "" : "Authorization: " + each.sent + "\r\n";
            StringBuilder offers = new StringBuilder();
            each.offered.forEach(
                    offer -> offers.append("WWW-Authenticate: ").append(offer).append("\r\n"));
            put(entries, name + "c.txt", "GET " + HR + " HTTP/1.1\r\nHost: intranet.corp.example\r\n" + sent + "\r\n");
            put(
                    entries,
                    name + "s.txt",
                    "HTTP/1.1 " + each.status + " x\r\nServer: Microsoft-IIS/10.0\r\n" + offers + "\r\nbody");
            put(
                    entries,
                    name + "m.xml",
                    "<Session SID=\"" + id + "\"><SessionTimers ClientBeginRequest=\"2026-03-09T07:30:0"
                            + id + ".1230000+01:00\" /><SessionFlags><SessionFlag N=\"x-clientport\" V=\"4981" + id
                            + "\" /><SessionFlag N=\"x-processinfo\" V=\"" + each.client
                            + "\" /></SessionFlags></Session>");
        }
        return zip(entries);
    }

    private static void put(Map<String, byte[]> entries, String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String har(Exchange... exchanges) {
        List<String> entries = new ArrayList<>();
        for (Exchange each : exchanges) {
            List<String> offers = each.offered.stream()
                    .map(offer -> "{\"name\": \"www-authenticate\", \"value\": \"" + offer + "\"}")
                    .toList();
            String sent = each.sent.isEmpty() ? "" : "{\"name\": \"authorization\", \"value\": \"" + each.sent + "\"}";
            entries.add("{\"startedDateTime\": \"2026-03-09T06:30:0" + entries.size() + ".123Z\", \"connection\": \""
                    + each.client + "\", \"_x\": {\"y\": [1]}, \"request\": {\"url\": \"" + HR + "\", \"headers\": ["
                    + sent
                    + "]}, \"response\": {\"status\": " + each.status + ", \"headers\": [" + String.join(", ", offers)
                    + "]}}");
        }
        return "{\"log\": {\"version\": \"1.2\", \"entries\": [" + String.join(", ", entries) + "]}}";
    }

    private void writeServer() throws IOException {
        Path server = Files.createDirectories(folder.resolve("WEB01"));
        Files.writeString(
                server.resolve("applicationHost.config"),
                "<configuration>" + SECTIONS + "<system.applicationHost><sites>" + sites
                        + "</sites></system.applicationHost>"
                        + "<system.webServer><security><authentication>" + windows
                        + "</authentication></security></system.webServer>" + locations + "</configuration>");
    }

    Path server() {
        return folder.resolve("WEB01");
    }

    Path evidence() {
        return folder.resolve("evidence");
    }

    /** Asks, with more arguments. */
    Run run(String... more) {
        try {
            Files.createDirectories(evidence());
            writeServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = new ArrayList<>(
                List.of("confirm", server().toString(), "--evidence", evidence().toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    JsonNode json(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--format", "json"));
        arguments.addAll(List.of(more));
        return JsonMapper.shared()
                .readTree(run(arguments.toArray(String[]::new)).out());
    }

    /** What is said of one application. */
    JsonNode of(String path, String... more) {
        for (JsonNode server : json(more).path("servers")) {
            for (JsonNode application : server.path("applications")) {
                if (application.path("path").asString().equals(path)) {
                    return application;
                }
            }
        }
        throw new AssertionError("nothing of " + path);
    }

    String verdict(String path, String... more) {
        return of(path, more).path("verdict").asString();
    }

    String verdict() {
        return verdict("Intranet/hr");
    }
}
