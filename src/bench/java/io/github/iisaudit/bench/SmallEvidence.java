package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.site;
import static io.github.iisaudit.ConfigParts.sites;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families of logs, captures, traces and registry exports. */
final class SmallEvidence {

    private static final String FIELDS =
            "#Fields: date time s-ip cs-method cs-uri-stem cs-username c-ip cs-host sc-status sc-substatus"
                    + " sc-win32-status\n";

    private static final String NTLM = "TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKAGFKAAAADw==";

    private static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallEvidence() {}

    static List<SmallFamily> all() {
        SmallEvidence evidence = new SmallEvidence();
        evidence.addLogs();
        evidence.addCaptures();
        evidence.addTraces();
        evidence.addRegistry();
        evidence.addArchives();
        return evidence.families;
    }

    private void add(String name, int most, String file, String host, IntFunction<String> text) {
        families.add(SmallFamily.of(
                "evidence: " + name, most, commands(file), n -> Map.of(HOST, host, file, text.apply(n))));
    }

    private static List<String> commands(String file) {
        return List.of("confirm . --evidence " + file, "confirm --evidence " + file, "scan . --evidence " + file);
    }

    private static String one() {
        return configuration(site(application("/") + "<bindings>" + BINDING.formatted(0) + "</bindings>") + on());
    }

    static String many(int n) {
        return configuration(sites(each(
                        n,
                        i -> "<site name=\"S" + i + "\" id=\"" + i + "\">" + application("/") + "<bindings>"
                                + BINDING.formatted(i) + "</bindings></site>"))
                + on());
    }

    private static String row(int second, String path, String client, String host, String status) {
        return String.format(
                "2026-03-09 %02d:%02d:%02d 10.0.0.1 GET %s - %s %s %s\n",
                second / 3600 % 24, second / 60 % 60, second % 60, path, client, host, status);
    }

    /** One row. */
    static String log(int site) {
        return FIELDS + row(1, "/a", "10.1.1.1", "h" + site + ".x", "401 1 2148074254");
    }

    private void addLogs() {
        String few = one();
        add(
                "refused rows of one client",
                9_500,
                "u_ex260309.log",
                few,
                n -> FIELDS + each(n, i -> row(i / 1000, "/a", "10.1.1.1", "h0.x", "401 1 2148074254")));
        add(
                "refused rows of many clients",
                9_500,
                "u_ex260309.log",
                few,
                n -> FIELDS
                        + each(
                                n,
                                i -> row(
                                        i / 1000,
                                        "/a",
                                        "10.1." + i / 250 + "." + i % 250,
                                        "h0.x",
                                        "401 1 2148074254")));
        add(
                "rows of many sites",
                9_000,
                "u_ex260309.log",
                many(4_000),
                n -> FIELDS
                        + each(n, i -> row(i / 1000, "/a", "10.1.1.1", "h" + i % 4_000 + ".x", "401 1 2148074254")));
        add(
                "rows of hosts that no site has",
                9_000,
                "u_ex260309.log",
                many(4_000),
                n -> FIELDS + each(n, i -> row(i / 1000, "/a", "10.1.1.1", "u" + i + ".x", "401 1 2148074254")));
        add("headers of a log", 8_000, "u_ex260309.log", few, n -> each(n, i -> FIELDS));
        add(
                "columns of a log",
                140_000,
                "u_ex260309.log",
                few,
                n -> "#Fields: date time" + each(n, i -> " c" + i) + "\n"
                        + each(100, i -> "a ".repeat(n / 1000) + "\n"));
        add(
                "columns and values of a log",
                60_000,
                "u_ex260309.log",
                few,
                n -> "#Fields: date time" + each(n, i -> " c" + i) + "\n" + "2026-03-09 07:00:00 " + each(n, i -> "x ")
                        + "\n");
        add("a row without end", 900_000, "u_ex260309.log", few, n -> FIELDS + each(n / 2, i -> "a "));
        add(
                "a path of many escapes",
                300_000,
                "u_ex260309.log",
                few,
                n -> FIELDS + row(1, "/" + each(n, i -> "%2f"), "10.1.1.1", "h0.x", "401 1 2148074254"));
        add(
                "rows of HTTPERR",
                9_000,
                "httperr1.log",
                many(4_000),
                n -> "#Software: Microsoft HTTP API 2.0\n"
                        + "#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status"
                        + " s-siteid s-reason s-queuename\n"
                        + each(
                                n,
                                i -> "2026-03-09 07:00:00 10.1.1.1 50000 10.0.0.1 80 HTTP/1.1 GET /a 400 " + i
                                        + " BadRequest -\n"));
    }

    private static String entry(String host, String connection, String header, int status) {
        return "{\"startedDateTime\":\"2026-03-09T07:01:12.140Z\",\"connection\":\"" + connection
                + "\",\"request\":{\"method\":\"GET\",\"url\":\"http://" + host + "/a\",\"headers\":[" + header
                + "]},\"response\":{\"status\":" + status
                + ",\"headers\":[{\"name\":\"WWW-Authenticate\",\"value\":\"NTLM\"}]}},";
    }

    private static String har(String entries) {
        String plain = entries.endsWith(",") ? entries.substring(0, entries.length() - 1) : entries;
        return "{\"log\":{\"version\":\"1.2\",\"entries\":[" + plain + "]}}";
    }

    private void addCaptures() {
        String token = "{\"name\":\"Authorization\",\"value\":\"NTLM " + NTLM + "\"}";
        add(
                "HAR entries of one connection",
                2_700,
                "a.har",
                one(),
                n -> har(each(n, i -> entry("h0.x", "1", token, i % 3 == 0 ? 200 : 401))));
        add(
                "HAR entries of many sites",
                2_700,
                "a.har",
                many(4_000),
                n -> har(each(n, i -> entry("h" + i + ".x", "1", token, i % 3 == 0 ? 200 : 401))));
        add(
                "HAR headers of one entry",
                14_000,
                "a.har",
                one(),
                n -> har(entry(
                        "h0.x",
                        "1",
                        each(n, i -> "{\"name\":\"Authorization\",\"value\":\"NTLM TlRM\"},") + token,
                        401)));
        add(
                "a HAR header of many schemes",
                200_000,
                "a.har",
                one(),
                n -> har(entry(
                        "h0.x", "1", "{\"name\":\"Authorization\",\"value\":\"" + each(n, i -> "NTLM ") + "\"}", 401)));
        add(
                "a HAR token without end",
                900_000,
                "a.har",
                one(),
                n -> har(entry(
                        "h0.x",
                        "1",
                        "{\"name\":\"Authorization\",\"value\":\"Negotiate " + each(n / 4, i -> "oAMw") + "\"}",
                        401)));
        add(
                "a HAR of arrays in each other",
                400_000,
                "a.har",
                one(),
                n -> "{\"log\":{\"x\":" + each(n, i -> "[") + each(n, i -> "]") + ",\"entries\":[]}}");
    }

    private static String trace(String inside) {
        return "<?xml version=\"1.0\"?><failedRequest url=\"http://h0.x:80/a\" siteId=\"1\" statusCode=\"401.1\">"
                + inside + "</failedRequest>";
    }

    private static String event(String data) {
        return "<Event><EventData>" + data + "</EventData></Event>";
    }

    private void addTraces() {
        add(
                "an error code of many letters",
                900_000,
                "fr000001.xml",
                one(),
                n -> trace(event("<Data Name=\"ErrorCode\">" + each(n, i -> "z") + "</Data>")));
        add(
                "an error code of many digits",
                900_000,
                "fr000001.xml",
                one(),
                n -> trace(event("<Data Name=\"ErrorCode\">" + each(n, i -> "1") + "</Data>")));
        add(
                "events of a trace",
                15_000,
                "fr000001.xml",
                one(),
                n -> trace(each(n, i -> event("<Data Name=\"ErrorCode\">2148074254</Data>"))));
        add(
                "headers of a trace",
                40_000,
                "fr000001.xml",
                one(),
                n -> trace(
                        "<Event><EventData><Data Name=\"Headers\">"
                                + each(n, i -> "Authorization: NTLM TlRM\n")
                                + "</Data></EventData><RenderingInfo><Opcode>GENERAL_REQUEST_HEADERS</Opcode></RenderingInfo></Event>"));
        add(
                "elements of a trace in each other",
                100_000,
                "fr000001.xml",
                one(),
                n -> trace(each(n, i -> "<x>") + each(n, i -> "</x>")));
    }

    private static String registry(String inside) {
        return "Windows Registry Editor Version 5.00\n\n" + inside;
    }

    private void addRegistry() {
        String setting = "\"DisableNTLMPreAuth\"=dword:00000001\n";
        add(
                "keys of a registry export",
                7_000,
                "a.reg",
                one(),
                n -> registry(each(n, i -> "[HKEY_USERS\\S" + i + "\\" + KEY + "]\n" + setting)));
        add(
                "keys of a registry export that go",
                6_000,
                "a.reg",
                one(),
                n -> registry(each(n, i -> "[HKU\\S" + i + "\\" + KEY + "]\n" + setting)
                        + each(3 * n, i -> "[-HKU\\T" + i + "]\n")));
        add(
                "a name without end",
                900_000,
                "a.reg",
                one(),
                n -> registry("[HKCU\\" + KEY + "]\n\"" + each(n, i -> "a") + "\"=dword:00000001\n"));
        add(
                "a name of escapes",
                450_000,
                "a.reg",
                one(),
                n -> registry("[HKCU\\" + KEY + "]\n\"" + each(n, i -> "\\a") + "\n"));
        add(
                "a value of blanks",
                900_000,
                "a.reg",
                one(),
                n -> registry("[HKCU\\" + KEY + "]\n\"a\"=x" + each(n, i -> " ") + "x\n"));
        add(
                "a value that goes on",
                450_000,
                "a.reg",
                one(),
                n -> registry("[HKCU\\" + KEY + "]\n\"a\"=hex:" + each(n, i -> "\\\n")));
        add(
                "preferences in each other",
                9_000,
                "Registry.xml",
                one(),
                n -> "<?xml version=\"1.0\"?><RegistrySettings>"
                        + each(n, i -> "<Collection>")
                        + each(
                                n / 2,
                                i -> "<Registry><Properties hive=\"HKEY_USERS\" key=\"S" + i + "\\" + KEY
                                        + "\" name=\"DisableNTLMPreAuth\"/></Registry>")
                        + each(n, i -> "</Collection>") + "</RegistrySettings>");
        families.add(SmallFamily.ofBytes("evidence: keys of a policy that go", 3_000, commands("Registry.pol"), n -> {
            String set = each(n, i -> entry("S" + i + "\\" + KEY, "DisableNTLMPreAuth", "\1\0"));
            String gone = each(n, i -> entry("T", "**deletekeys", "a;b;c"));
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put(HOST, one().getBytes(StandardCharsets.UTF_8));
            files.put("Registry.pol", ("PReg\1\0" + set + gone).getBytes(StandardCharsets.UTF_16LE));
            byte[] bytes = files.get("Registry.pol");
            byte[] plain = new byte[bytes.length - 4];
            System.arraycopy(new byte[] {'P', 'R', 'e', 'g', 1, 0, 0, 0}, 0, plain, 0, 8);
            System.arraycopy(bytes, 12, plain, 8, plain.length - 8);
            files.put("Registry.pol", plain);
            return files;
        }));
    }

    /** Of a policy: with the type of a text, but for numbers. */
    private static String entry(String key, String name, String data) {
        char type = data.length() == 2 && data.charAt(1) == 0 ? 4 : (char) 1;
        return "[" + key + "\0;" + name + "\0;" + type + "\0;" + (char) (2 * data.length()) + "\0;" + data + "]";
    }

    private void addArchives() {
        archive("logs in a zip", 6_500, "logs.zip", n -> {
            Packing zip = new Packing();
            for (int i = 0; i < n; i++) {
                zip.add("u_ex" + i + ".log", FIELDS);
            }
            return zip.zip();
        });
        archive("sessions in a Fiddler archive", 2_400, "a.saz", n -> {
            Packing zip = new Packing();
            for (int i = 0; i < n; i++) {
                zip.add("raw/" + i + "_c.txt", "GET http://h0.x/a HTTP/1.1\r\nAuthorization: NTLM " + NTLM + "\r\n");
                zip.add("raw/" + i + "_s.txt", "HTTP/1.1 401 x\r\nWWW-Authenticate: NTLM\r\n");
                zip.add("raw/" + i + "_m.xml", "<Session/>");
            }
            return zip.zip();
        });
        archive("heads of a Fiddler archive that expand", 2_500, "a.saz", n -> {
            Packing zip = new Packing();
            for (int i = 0; i < n; i++) {
                zip.add("raw/" + i + "_c.txt", "GET http://h0.x/a HTTP/1.1\r\n" + "a: b\r\n".repeat(15_000));
            }
            return zip.zip();
        });
        archive(
                "a log that expands",
                900,
                "a.log.gz",
                n -> Packing.gzip(FIELDS
                        + row(1, "/a", "10.1.1.1", "h0.x", "401 1 2148074254").repeat(1_000 * n / 4)));
        archive(
                "a registry export that expands",
                60,
                "a.reg.gz",
                n -> Packing.gzip(registry("\n".repeat(1_000_000 * n))));
        archive(
                "a HAR that expands",
                200,
                "a.har.gz",
                n -> Packing.gzip(har(entry("h0.x", "1", "", 401).repeat(1_000 * n))));
    }

    private void archive(String name, int most, String file, SmallFamily.Packed packed) {
        families.add(SmallFamily.packed("evidence: " + name, most, commands(file), Map.of(HOST, one()), file, packed));
    }
}
