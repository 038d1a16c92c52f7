package io.github.iisaudit.bench;

import static io.github.iisaudit.bench.SmallFamily.each;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families of configuration below 1 MB that was made to keep a program busy, each of any size. */
final class SmallInputs {

    static final String HOST = "applicationHost.config";

    static final String DECLARATIONS = """
            <configSections>
              <sectionGroup name="system.applicationHost">
                <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
                <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
              </sectionGroup>
              <sectionGroup name="system.webServer">
                <section name="handlers" overrideModeDefault="Allow" />
                <section name="modules" overrideModeDefault="Allow" />
                <section name="httpProtocol" overrideModeDefault="Allow" />
                <sectionGroup name="security"><sectionGroup name="authentication">
                  <section name="anonymousAuthentication" overrideModeDefault="Allow" />
                  <section name="basicAuthentication" overrideModeDefault="Allow" />
                  <section name="windowsAuthentication" overrideModeDefault="Allow" />
                </sectionGroup></sectionGroup>
              </sectionGroup>
            </configSections>
            """;

    static final String BINDING = "<binding protocol=\"http\" bindingInformation=\"*:80:h%d.x\"/>";

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallInputs() {}

    static List<SmallFamily> all() {
        SmallInputs inputs = new SmallInputs();
        inputs.addPaths();
        inputs.addSites();
        inputs.addLists();
        inputs.addWriting();
        inputs.addComments();
        inputs.addOthers();
        inputs.addSettings();
        return inputs.families;
    }

    private void host(String name, int most, IntFunction<String> configuration) {
        families.add(SmallFamily.of(
                name,
                most,
                n -> Map.of(HOST, "<configuration>" + DECLARATIONS + configuration.apply(n) + "</configuration>")));
    }

    private void web(String name, int most, IntFunction<String> configuration) {
        families.add(SmallFamily.of(
                name,
                most,
                n -> Map.of("web.config", "<configuration>" + configuration.apply(n) + "</configuration>")));
    }

    /** A whole applicationHost.config. */
    static String configuration(String inside) {
        return "<configuration>" + DECLARATIONS + inside + "</configuration>";
    }

    static String site(String inside) {
        return sites("<site name=\"S\" id=\"1\">" + inside + "</site>");
    }

    static String sites(String inside) {
        return "<system.applicationHost><applicationPools><add name=\"P\"/></applicationPools><sites>"
                + "<applicationDefaults applicationPool=\"P\"/>" + inside + "</sites></system.applicationHost>";
    }

    static String application(String path) {
        return "<application path=\"" + path + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\"/></application>";
    }

    static String location(String path, String inside) {
        return "<location path=\"" + path + "\">" + inside + "</location>";
    }

    static String authentication(String inside) {
        return "<system.webServer><security><authentication>" + inside
                + "</authentication></security></system.webServer>";
    }

    static String windows(String attributes, String inside) {
        return authentication("<windowsAuthentication" + attributes + ">" + inside + "</windowsAuthentication>");
    }

    static String on() {
        return windows(" enabled=\"true\"", "");
    }

    /** Windows authentication that offers Kerberos. */
    static String negotiate() {
        return windows(" enabled=\"true\"", "<providers><add value=\"Negotiate\"/><add value=\"NTLM\"/></providers>");
    }

    static String root() {
        return site(application("/"));
    }

    private void addPaths() {
        host(
                "location path of names with commas",
                150_000,
                n -> root() + location("S/" + each(n, i -> "a" + i % 9 + ","), on()));
        host(
                "location path of names with slashes",
                150_000,
                n -> root() + location("S" + each(n, i -> "/a" + i % 9), on()));
        host(
                "many location paths, each deep",
                900,
                n -> root() + each(n, i -> location("S" + each(250, j -> "/" + (j == 0 ? i : j % 9)), on())));
        host("location paths, each below the last", 800, n -> {
            StringBuilder path = new StringBuilder("S");
            return root() + each(n, i -> location(path.append("/d").toString(), ""));
        });
        host("many location tags of one path", 30_000, n -> root() + each(n, i -> location("S", "")));
        host("many location tags with sections", 4_000, n -> root() + each(n, i -> location("S/f" + i, on())));
        host("many location tags of no site", 5_000, n -> root() + each(n, i -> location("T" + i, on())));
        host(
                "location tags that each add to the lists above",
                2_500,
                n -> root()
                        + windows(
                                " enabled=\"true\"",
                                "<providers>" + each(n, i -> "<add value=\"p" + i + "\"/>") + "</providers>")
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i, windows("", "<providers><add value=\"q" + i + "\"/></providers>"))));
        host(
                "application of a deep path",
                150_000,
                n -> site(application("/") + application(each(n, i -> "/a" + i % 9))) + on());
    }

    private void addSites() {
        host(
                "bindings × applications",
                5_000,
                n -> site(each(n, i -> application(i == 0 ? "/" : "/a" + i)) + "<bindings>"
                                + each(n, BINDING::formatted) + "</bindings>")
                        + on());
        host(
                "twice as many bindings as applications",
                3_500,
                n -> site(each(n, i -> application(i == 0 ? "/" : "/a" + i)) + "<bindings>"
                                + each(2 * n, BINDING::formatted) + "</bindings>")
                        + on());
        host(
                "many sites",
                4_000,
                n -> sites(each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i + "\">" + application("/") + "<bindings>"
                                        + BINDING.formatted(i) + "</bindings></site>"))
                        + on());
        host(
                "many sites of one host name",
                4_000,
                n -> sites(each(
                                n,
                                i -> "<site name=\"S" + i + "\" id=\"" + i + "\">" + application("/") + "<bindings>"
                                        + BINDING.formatted(0) + "</bindings></site>"))
                        + on());
        host(
                "virtual directories",
                12_000,
                n -> site("<application path=\"/\">"
                                + each(
                                        n,
                                        i -> "<virtualDirectory path=\"/v" + i + "\" physicalPath=\"C:\\v" + i + "\"/>")
                                + "</application>")
                        + on());
        host(
                "application pools",
                20_000,
                n -> "<system.applicationHost><applicationPools>" + each(n, i -> "<add name=\"P" + i + "\"/>")
                        + "</applicationPools></system.applicationHost>");
        host(
                "variables in physical paths",
                9_000,
                n -> site("<application path=\"/\">"
                        + each(n, i -> "<virtualDirectory path=\"/v" + i + "\" physicalPath=\"%A" + i + "%%windir%\"/>")
                        + "</application>"));
    }

    private void addLists() {
        web(
                "providers",
                40_000,
                n -> windows("", "<providers>" + each(n, i -> "<add value=\"p" + i + "\"/>") + "</providers>"));
        host(
                "providers that are removed and added",
                16_000,
                n -> root()
                        + windows(
                                " enabled=\"true\"",
                                "<providers>"
                                        + each(n, i -> "<add value=\"p" + i + "\"/>")
                                        + each(n, i -> "<remove value=\"p" + i + "\"/>")
                                        + "</providers>"));
        host(
                "lists that are cleared",
                12_000,
                n -> root()
                        + windows(
                                "",
                                "<providers>" + each(n, i -> "<add value=\"p" + i + "\"/><clear/><remove value=\"q\"/>")
                                        + "</providers>"));
        host(
                "modules",
                14_000,
                n -> root() + "<system.webServer><modules>" + each(n, i -> "<add name=\"m" + i + "\" type=\"t\"/>")
                        + "</modules></system.webServer>");
        host(
                "handlers",
                10_000,
                n -> root() + "<system.webServer><handlers>"
                        + each(n, i -> "<add name=\"h" + i + "\" path=\"*\" verb=\"*\"/>")
                        + "</handlers></system.webServer>");
        host(
                "names in lockAttributes",
                100_000,
                n -> root()
                        + windows(" lockAttributes=\"" + each(n, i -> "enabled,") + "\"", "")
                        + location("S", on()));
        host(
                "names in lockElements",
                80_000,
                n -> root()
                        + windows(" lockElements=\"" + each(n, i -> "providers,") + "\"", "")
                        + location("S", on()));
    }

    private void addWriting() {
        web(
                "section declarations",
                35_000,
                n -> "<configSections>" + each(n, i -> "<section name=\"s" + i + "\"/>") + "</configSections>");
        web(
                "section groups, each in the last",
                120,
                n -> "<configSections>" + each(n, i -> "<sectionGroup name=\"g\">") + each(n, i -> "</sectionGroup>")
                        + "</configSections>");
        web("sections that nobody knows", 60_000, n -> each(n, i -> "<x" + i + " a=\"\"/>"));
        web("attributes of one element", 80_000, n -> windows(each(n, i -> " a" + i + "=\"\""), ""));
        web("one long attribute", 900_000, n -> windows(" enabled=\"" + each(n, i -> "a") + "\"", ""));
        web("character references", 150_000, n -> windows(" enabled=\"" + each(n, i -> "&#97;") + "\"", ""));
        web("namespaces", 18_000, n -> each(n, i -> "<x xmlns:n" + i + "=\"urn:" + i + "\" n" + i + ":a=\"\"/>"));
        web("elements in each other", 200, n -> each(n, i -> "<x>") + each(n, i -> "</x>"));
        web("the same section again and again", 10_000, n -> each(n, i -> on()));
        web(
                "authentication sections of one line",
                15_000,
                n -> authentication(each(n, i -> "<windowsAuthentication enabled=\"maybe\"/>")));
        web(
                "findings of one line",
                9_000,
                n -> "<connectionStrings>"
                        + each(n, i -> "<add name=\"c" + i + "\" connectionString=\"Server=s;Password=p" + i + "\"/>")
                        + "</connectionStrings>"
                        + authentication(each(n, i -> "<basicAuthentication enabled=\"true\"/>")));
        web(
                "redirects to other files",
                10_000,
                n -> each(n, i -> authentication("<windowsAuthentication configSource=\"a" + i + ".config\"/>")));
        families.add(SmallFamily.of(
                "placeholders",
                60_000,
                n -> Map.of(
                        "web.config",
                        "<configuration><appSettings>" + each(n, i -> "<add k=\"#{}\"/>")
                                + "</appSettings></configuration>")));
    }

    private void addComments() {
        String ignore = "<!-- iisaudit:ignore kernel-mode-preauth-401 -->";
        web("ignore comments on one line", 18_000, n -> each(n, i -> ignore) + on());
        web("ignore comments on lines of their own", 18_000, n -> each(n, i -> "\n" + ignore) + "\n" + on());
        web("ignore comments beside elements", 16_000, n -> each(n, i -> "<x/>" + ignore + "\n") + on());
        web("ignore comments before the root", 18_000, n -> on());
        families.add(SmallFamily.of(
                "ignore comments for the file",
                9_000,
                n -> Map.of(
                        HOST,
                        each(n, i -> ignore) + "<configuration>" + DECLARATIONS + root()
                                + each(n / 2, i -> location("S/f" + i, "<system.webServer><x/></system.webServer>"))
                                + "</configuration>")));
        web(
                "rules of one ignore comment",
                100_000,
                n -> "<!-- iisaudit:ignore " + each(n, i -> "r" + i + ", ") + " -->" + on());
        web("comments", 120_000, n -> each(n, i -> "<!---->") + on());
    }

    private void addOthers() {
        families.add(SmallFamily.of("folders in each other", 1_000, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            StringBuilder folder = new StringBuilder();
            for (int i = 0; i < n; i++) {
                files.put(folder + "web.config", "<configuration>" + on() + "</configuration>");
                folder.append(i % 10).append('/');
            }
            return files;
        }));
        families.add(SmallFamily.of("variables that multiply each other", 40_000, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    HOST,
                    "<configuration>" + DECLARATIONS
                            + site("<application path=\"/\"><virtualDirectory path=\"/\" physicalPath=\"%a0%\"/>"
                                    + "</application>")
                            + "</configuration>");
            files.put(
                    ".iisaudit.yml",
                    "env:\n  a0: 'C:\\%a1%'\n"
                            + each(6, i -> "  a" + (i + 1) + ": '" + ("%a" + (i + 2) + "%").repeat(n / 8) + "'\n")
                            + "  a7: x\n");
            return files;
        }));
        families.add(SmallFamily.of(
                "a redirection of many characters",
                900_000,
                n -> Map.of(
                        HOST,
                        "<configuration>" + DECLARATIONS + root() + "</configuration>",
                        "redirection.config",
                        "<configuration><configurationRedirection enabled=\"true\" path=\"C:" + each(n / 3, i -> "\\a%")
                                + "\"/></configuration>")));
        web(
                "a destination of many characters",
                900_000,
                n -> "<system.webServer><httpRedirect enabled=\"true\" destination=\"http://" + each(n / 3, i -> "a$V")
                        + "\"/></system.webServer>");
        web(
                "wildcards of redirects",
                10_000,
                n -> "<system.webServer><httpRedirect enabled=\"true\">"
                        + each(n, i -> "<add wildcard=\"*/a" + i + "*\" destination=\"/$0$1$2\"/>")
                        + "</httpRedirect></system.webServer>");
        families.add(SmallFamily.of(
                "lines of a baseline",
                100_000,
                n -> Map.of(
                        HOST,
                        "<configuration>" + DECLARATIONS + root() + each(3_500, i -> location("S/f" + i, on()))
                                + "</configuration>",
                        "known",
                        "# iisaudit baseline 1\n"
                                + each(
                                        n,
                                        i -> "s\t" + HOST + "\tkernel-mode-preauth-401\tlocation[S/f" + i % 9
                                                + "]\t%016x\n".formatted(i))),
                List.of("--baseline", "known")));
    }

    private void addSettings() {
        String findings = "<configuration>" + DECLARATIONS + root() + each(3_500, i -> location("S/f" + i, on()))
                + "</configuration>";
        settings("patterns that ignore", 40_000, findings, n -> "ignore:\n" + each(n, i -> "  - \"a" + i + "/*.x\"\n"));
        settings(
                "suppressions",
                9_000,
                findings,
                n -> "suppressions:\n"
                        + each(
                                n,
                                i -> "  - rule: kernel-mode-preauth-401\n    path: \"a" + i
                                        + "/**\"\n    reason: because\n"));
    }

    private void settings(String name, int most, String host, IntFunction<String> settings) {
        families.add(SmallFamily.of("settings: " + name, most, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(HOST, host);
            files.put(".iisaudit.yml", settings.apply(n));
            return files;
        }));
    }
}
