package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.authentication;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.location;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.providers;
import static io.github.iisaudit.ConfigParts.root;
import static io.github.iisaudit.ConfigParts.site;
import static io.github.iisaudit.ConfigParts.sites;
import static io.github.iisaudit.ConfigParts.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families in which much of one thing meets much of another. */
final class SmallProducts {

    private static final List<String> OTHERS = List.of(
            "scan .",
            "scan . --full",
            "scan . --format junit",
            "scan . --format csv",
            "scan . --format jsonl",
            "scan . --format concise",
            "scan . --format checkstyle",
            "scan . --format gitlab",
            "scan . --format github",
            "scan . --format html",
            "scan . --write-baseline ../iisaudit-baseline",
            "effective .",
            "effective . --table",
            "effective . --format xml",
            "effective . --all --format json",
            "what-if .",
            "what-if . --set providers=Negotiate,NTLM --set tokenChecking=Require --format json",
            "what-if . --set-pool-identity SpecificUser:CONTOSO\\svc",
            "fix .",
            "fix . --format powershell",
            "fix . --set useKernelMode=false --format json");

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallProducts() {}

    static List<SmallFamily> all() {
        SmallProducts products = new SmallProducts();
        products.addPaths();
        products.addAccess();
        products.addAccounts();
        products.addFleets();
        products.addHistories();
        products.addTrees();
        return products.families;
    }

    private void host(String name, int most, IntFunction<String> inside) {
        families.add(SmallFamily.host("product: " + name, most, OTHERS, inside));
    }

    private void web(String name, int most, IntFunction<String> inside) {
        families.add(SmallFamily.web("product: " + name, most, OTHERS, inside));
    }

    private void files(String name, int most, List<String> commands, IntFunction<Map<String, String>> files) {
        families.add(SmallFamily.of("product: " + name, most, commands, files));
    }

    private static String directories(int n) {
        return "<application path=\"/\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\"/>"
                + each(n, i -> "<virtualDirectory path=\"/v" + i + "\" physicalPath=\"C:\\v" + i + "\"/>")
                + "</application>";
    }

    private void addPaths() {
        host(
                "location tags × virtual directories",
                5_000,
                n -> site(directories(n)) + each(n, i -> location("S/v" + i, on())));
        host(
                "location tags × applications × pools",
                1_500,
                n -> "<system.applicationHost><applicationPools>"
                        + each(
                                n,
                                i -> "<add name=\"P" + i
                                        + "\"><processModel identityType=\"SpecificUser\" userName=\"C\\u" + i
                                        + "\"/></add>")
                        + "</applicationPools><sites><site name=\"S\" id=\"1\">"
                        + each(
                                n,
                                i -> "<application path=\"/" + (i == 0 ? "" : "a" + i) + "\" applicationPool=\"P" + i
                                        + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w" + i
                                        + "\"/></application>")
                        + "<bindings>" + each(n, BINDING::formatted)
                        + "</bindings></site></sites></system.applicationHost>"
                        + each(n, i -> location("S/a" + i, on())));
        host(
                "providers × paths",
                2_000,
                n -> root()
                        + windows(
                                " enabled=\"true\"",
                                "<providers><clear/>" + each(n, i -> "<add value=\"p" + i + "\"/>") + "</providers>")
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i,
                                        windows("", "<providers><remove value=\"p" + i + "\"/></providers>"))));
        host(
                "clear and remove × paths",
                2_500,
                n -> root()
                        + windows(" enabled=\"true\"", providers(n))
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i,
                                        windows("", "<providers><clear/><add value=\"NTLM\"/></providers>"))));
        host(
                "handlers × modules × paths",
                2_000,
                n -> root() + "<system.webServer><handlers>"
                        + each(n, i -> "<add name=\"h" + i + "\" path=\"*.a" + i + "\" verb=\"*\"/>")
                        + "</handlers><modules>"
                        + each(n, i -> "<add name=\"m" + i + "\" type=\"t\"/>") + "</modules></system.webServer>"
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i,
                                        "<system.webServer><handlers><remove name=\"h" + i
                                                + "\"/></handlers><modules><remove name=\"m" + i
                                                + "\"/></modules></system.webServer>")));
        host(
                "names that differ only in case",
                4_000,
                n -> root() + each(n, i -> location("S/" + cased("abcdefghijklm", i), on())));
        host(
                "sites that differ only in case",
                3_500,
                n -> sites(each(
                                n,
                                i -> "<site name=\"" + cased("abcdefghijklm", i) + "\" id=\"" + i + "\">"
                                        + application("/") + "<bindings>" + BINDING.formatted(i)
                                        + "</bindings></site>"))
                        + on());
        host(
                "names with escapes",
                2_500,
                n -> root() + each(n, i -> location("S/&lt;&amp;\u202e%41" + i + "&#x9;'`$(", on())));
        host(
                "location tags that lock × paths",
                3_500,
                n -> root()
                        + each(
                                n,
                                i -> "<location path=\"S/f" + i + "\" overrideMode=\"Deny\">" + on() + "</location>"
                                        + location("S/f" + i + "/x", on())));
        host(
                "location tags of one long path",
                250,
                n -> root() + each(n, i -> location("S/" + "abcdefg/".repeat(250) + i, on())));
        host(
                "overrideMode of the same section",
                9_000,
                n -> root()
                        + each(
                                n,
                                i -> "<location path=\"S\" overrideMode=\"" + (i % 2 == 0 ? "Deny" : "Allow")
                                        + "\"><system.webServer><handlers/></system.webServer></location>"));
        host("applications in applications", 250, n -> {
            StringBuilder path = new StringBuilder();
            return site(application("/")
                            + each(
                                    n,
                                    i -> application(path.append("/a").append(i).toString())))
                    + on();
        });
        host(
                "bindings of one host and many ports",
                8_000,
                n -> site(application("/") + "<bindings>"
                                + each(n, i -> "<binding protocol=\"http\" bindingInformation=\"*:" + i + ":h.x\"/>")
                                + "</bindings>")
                        + on());
        host(
                "bindings of all hosts × sites",
                2_000,
                n -> sites(each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i + "\">" + application("/")
                                        + "<bindings><binding protocol=\"http\" bindingInformation=\"*:80:*.x"
                                        + i
                                        + "\"/><binding protocol=\"https\""
                                        + " bindingInformation=\"*:443:\"/></bindings></site>"))
                        + on());
        web(
                "location tags × appSettings",
                4_000,
                n -> "<appSettings>" + each(n, i -> "<add key=\"password" + i + "\" value=\"p\"/>") + "</appSettings>"
                        + each(n, i -> location("f" + i, on())));
        web(
                "location tags of a web.config × lists",
                2_000,
                n -> windows("", providers(n))
                        + each(
                                n,
                                i -> location(
                                        "f" + i, windows("", "<providers><add value=\"q" + i + "\"/></providers>"))));
        web(
                "entries that are there twice",
                12_000,
                n -> windows("", "<providers>" + each(n, i -> "<add value=\"p\"/>") + "</providers>"));
        web(
                "sections that are wrong × paths",
                3_500,
                n -> each(n, i -> location("f" + i, windows(" enabled=\"maybe\" x=\"y\"", ""))));
    }

    private static String cased(String name, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            text.append((number >> i & 1) == 0 ? name.charAt(i) : Character.toUpperCase(name.charAt(i)));
        }
        return text.toString();
    }

    private static String authorization(String rules) {
        return "<system.webServer><security><authorization>" + rules + "</authorization></security></system.webServer>";
    }

    private void addAccess() {
        web(
                "authorization rules × roles",
                3_000,
                n -> authorization("<clear/>"
                        + each(
                                n,
                                i -> "<add accessType=\"Allow\" roles=\"r" + i + ",s" + i + "\" users=\"u" + i
                                        + "\" verbs=\"V" + i + "\"/>")));
        web(
                "authorization rules × paths",
                2_500,
                n -> authorization(each(n, i -> "<add accessType=\"Deny\" users=\"u" + i + "\"/>"))
                        + each(
                                n,
                                i -> location(
                                        "f" + i,
                                        authorization(
                                                "<add accessType=\"Allow\" users=\"?\" verbs=\"V" + i + "\"/>"))));
        web(
                "verbs of one authorization rule",
                200_000,
                n -> authorization(
                        "<add accessType=\"Allow\" users=\"?\" verbs=\"" + each(n, i -> "V" + i % 999 + ",") + "\"/>"));
        web(
                "roles of one authorization rule",
                150_000,
                n -> authorization("<add accessType=\"Allow\" roles=\"" + each(n, i -> "r" + i % 999 + ",") + "\"/>"));
        web(
                "authorization of ASP.NET × paths",
                2_500,
                n -> "<system.web><authorization>" + each(n, i -> "<deny users=\"u" + i + "\" verbs=\"G" + i + "\"/>")
                        + "</authorization></system.web>"
                        + each(
                                n,
                                i -> location(
                                        "f" + i,
                                        "<system.web><authorization><allow users=\"?\" verbs=\"V" + i
                                                + "\"/></authorization></system.web>")));
        web(
                "redirects × paths",
                2_500,
                n -> "<system.webServer><httpRedirect enabled=\"true\">"
                        + each(n, i -> "<add wildcard=\"*a" + i + "\" destination=\"/b\"/>")
                        + "</httpRedirect></system.webServer>"
                        + each(
                                n,
                                i -> location(
                                        "f" + i,
                                        "<system.webServer><httpRedirect><add wildcard=\"*b\""
                                                + " destination=\"/c\"/></httpRedirect></system.webServer>")));
        host(
                "service names × bindings",
                4_500,
                n -> site(application("/") + "<bindings>" + each(n, BINDING::formatted) + "</bindings>")
                        + windows(
                                " enabled=\"true\"",
                                "<extendedProtection tokenChecking=\"Require\">"
                                        + each(n, i -> "<spn name=\"HTTP/g" + i + ".x\"/>") + "</extendedProtection>"));
        host(
                "headers × paths",
                2_500,
                n -> root() + "<system.webServer><httpProtocol><customHeaders>"
                        + each(n, i -> "<add name=\"X" + i + "\" value=\"v\"/>")
                        + "</customHeaders></httpProtocol></system.webServer>"
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i,
                                        "<system.webServer><httpProtocol><customHeaders><remove name=\"X" + i
                                                + "\"/></customHeaders></httpProtocol></system.webServer>")));
    }

    private void addAccounts() {
        host(
                "pools of users × sites of one name",
                1_600,
                n -> "<system.applicationHost><applicationPools>"
                        + each(
                                n,
                                i -> "<add name=\"P" + i
                                        + "\"><processModel identityType=\"SpecificUser\" userName=\"C\\u" + i
                                        + "\"/></add>")
                        + "</applicationPools><sites>"
                        + each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i
                                        + "\"><application path=\"/\" applicationPool=\"P" + i
                                        + "\"><virtualDirectory path=\"/\""
                                        + " physicalPath=\"C:\\w\"/></application><bindings>"
                                        + BINDING.formatted(0) + BINDING.formatted(1) + "</bindings></site>")
                        + "</sites></system.applicationHost>"
                        + windows(" enabled=\"true\" useAppPoolCredentials=\"true\"", ""));
        host(
                "sites × host names that overlap",
                60,
                n -> sites(each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i + "\">" + application("/") + "<bindings>"
                                        + each(n * 3, j -> BINDING.formatted(j + i)) + "</bindings></site>"))
                        + on());
        host(
                "pools that nobody uses × sites",
                4_500,
                n -> "<system.applicationHost><applicationPools>" + each(n, i -> "<add name=\"P" + i + "\"/>")
                        + "</applicationPools><sites>"
                        + each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i
                                        + "\"><application path=\"/\" applicationPool=\"Q" + i + "\"/></site>")
                        + "</sites></system.applicationHost>" + on());
        host(
                "pools of one name",
                8_000,
                n -> "<system.applicationHost><applicationPools>" + each(n, i -> "<add name=\"P\"/>")
                        + "</applicationPools><sites>" + each(n, i -> "<site name=\"S\" id=\"1\"/>")
                        + "</sites></system.applicationHost>");
    }

    private void addFleets() {
        List<String> fleet = List.of(
                "scan .",
                "scan . --format json",
                "scan . --format html",
                "scan . --summary",
                "what-if .",
                "effective . --table",
                "fix .");
        files("drift × servers × sites", 250, fleet, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                String server = "<providers><clear/><add value=\"p" + i + "\"/></providers>";
                files.put(
                        "W" + i + "/" + HOST,
                        configuration(sites(each(
                                        n,
                                        j -> "<site name=\"S" + j + "\" id=\"" + j + "\">" + application("/")
                                                + "<bindings>" + BINDING.formatted(j) + "</bindings></site>"))
                                + windows(" enabled=\"true\"", server)));
            }
            return files;
        });
        files("servers of one name for all", 1_200, fleet, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                files.put(
                        "W" + i + "/" + HOST,
                        configuration(site(application("/") + "<bindings>" + BINDING.formatted(0) + BINDING.formatted(i)
                                        + "</bindings>")
                                + on()));
            }
            return files;
        });
        files("one large server and small ones", 1_000, fleet, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    "W/" + HOST,
                    configuration(sites(each(
                                    4 * n,
                                    j -> "<site name=\"S" + j + "\" id=\"" + j + "\">" + application("/") + "<bindings>"
                                            + BINDING.formatted(j) + "</bindings></site>"))
                            + on()));
            for (int i = 0; i < n; i++) {
                files.put(
                        "W" + i + "/" + HOST,
                        configuration(
                                site(application("/") + "<bindings>" + BINDING.formatted(i) + "</bindings>") + on()));
            }
            return files;
        });
    }

    private void addHistories() {
        List<String> history = List.of(
                "history .", "history . --format json", "history . --format html", "history . --format markdown");
        files("history versions × paths", 300, history, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                String on = i % 2 == 0 ? on() : windows(" enabled=\"true\" useKernelMode=\"false\"", "");
                files.put(
                        "W-20" + (10 + i / 336) + "-" + String.format("%02d-%02d", 1 + i / 28 % 12, 1 + i % 28) + "/"
                                + HOST,
                        configuration(root() + each(n, j -> location("S/f" + j, on))));
            }
            return files;
        });
        files(
                "history of many changes",
                4_000,
                history,
                n -> Map.of(
                        "W-2020-01-01/" + HOST, configuration(root() + each(n, j -> location("S/f" + j, on()))),
                        "W-2020-01-02/" + HOST,
                                configuration(root()
                                        + each(
                                                n,
                                                j -> location(
                                                        "S/f" + j,
                                                        windows(
                                                                " enabled=\"true\" useKernelMode=\"false\"",
                                                                "<providers><clear/><add value=\"p" + j
                                                                        + "\"/></providers>"))))));
        files(
                "history of lists that turn round",
                9_000,
                history,
                n -> Map.of(
                        "W-2020-01-01/" + HOST, configuration(root() + windows(" enabled=\"true\"", providers(n))),
                        "W-2020-01-02/" + HOST,
                                configuration(root()
                                        + windows(
                                                " enabled=\"true\"",
                                                "<providers>" + each(n, i -> "<add value=\"p" + (n - i) + "\"/>")
                                                        + "</providers>"))));
        files(
                "history of modules that are others",
                6_000,
                history,
                n -> Map.of(
                        "W-2020-01-01/" + HOST,
                                configuration(root() + "<system.webServer><modules>"
                                        + each(n, i -> "<add name=\"m" + i + "\" type=\"t\"/>")
                                        + "</modules></system.webServer>"),
                        "W-2020-01-02/" + HOST,
                                configuration(root() + "<system.webServer><modules>"
                                        + each(n, i -> "<add name=\"n" + i + "\" type=\"u\"/>")
                                        + "</modules></system.webServer>")));
        files(
                "history of sites that are others",
                2_500,
                history,
                n -> Map.of(
                        "W-2020-01-01/" + HOST, SmallEvidence.many(n),
                        "W-2020-01-02/" + HOST, SmallEvidence.many(n).replace("site name=\"S", "site name=\"T")));
    }

    private void addTrees() {
        List<String> since = List.of("scan . --since HEAD", "scan . --since HEAD --format json", "history .");
        families.add(SmallFamily.of(
                        "product: changes of as many location tags",
                        4_000,
                        since,
                        n -> Map.of(
                                HOST,
                                configuration(root()
                                        + each(
                                                n,
                                                i -> location(
                                                        "S/f" + i,
                                                        windows(" enabled=\"true\" useKernelMode=\"false\"", ""))))))
                .since(n -> Map.of(HOST, configuration(root() + each(n, i -> location("S/f" + i, on()))))));
        families.add(SmallFamily.of(
                        "product: lines that were turned round",
                        4_000,
                        since,
                        n -> Map.of(HOST, configuration(root() + each(n, i -> "\n" + location("S/f" + (n - i), on())))))
                .since(n -> Map.of(HOST, configuration(root() + each(n, i -> "\n" + location("S/f" + i, on()))))));
        families.add(SmallFamily.of(
                        "product: lines that are alike",
                        20_000,
                        since,
                        n -> Map.of(
                                "web.config",
                                "<configuration>" + each(n, i -> i % 3 == 0 ? "\n<a/>" : "\n<b/>") + on()
                                        + "</configuration>"))
                .since(n -> Map.of(
                        "web.config",
                        "<configuration>" + each(n, i -> i % 2 == 0 ? "\n<a/>" : "\n<b/>") + on()
                                + "</configuration>")));
        families.add(SmallFamily.of(
                        "product: settings that change × ignore comments",
                        9_000,
                        since,
                        n -> Map.of(
                                "web.config",
                                "<configuration>" + each(n, i -> "\n<!-- iisaudit:ignore ntlm-only " + i + " -->")
                                        + on() + "</configuration>"))
                .since(n -> Map.of(
                        "web.config",
                        "<configuration>" + each(n, i -> "\n<!-- iisaudit:ignore ntlm-only " + (n - i) + "x -->") + on()
                                + "</configuration>")));
        files("web.config files × patterns that ignore", 1_500, List.of("scan .", "scan . --format json"), n -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                files.put(
                        "f" + i + "/web.config",
                        "<configuration>" + on() + authentication("<basicAuthentication enabled=\"true\"/>")
                                + "</configuration>");
            }
            files.put(".iisaudit.yml", "ignore:\n" + each(20 * n, i -> "  - \"*/g" + i + "/**\"\n"));
            return files;
        });
    }
}
