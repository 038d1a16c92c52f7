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

/** Families of configuration below 1 MB that was made to keep a program busy, each of any size. */
final class SmallInputs {

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
        return inputs.families;
    }

    private void host(String name, int most, IntFunction<String> inside) {
        families.add(SmallFamily.host(name, most, List.of(), inside));
    }

    private void web(String name, int most, IntFunction<String> inside) {
        families.add(SmallFamily.web(name, most, List.of(), inside));
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
                        + windows(" enabled=\"true\"", providers(n))
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
        web("providers", 40_000, n -> windows("", providers(n)));
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
                        each(n, i -> ignore)
                                + configuration(root()
                                        + each(
                                                n / 2,
                                                i -> location(
                                                        "S/f" + i, "<system.webServer><x/></system.webServer>"))))));
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
                    configuration(site("<application path=\"/\"><virtualDirectory path=\"/\""
                            + " physicalPath=\"%a0%\"/></application>")));
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
                        configuration(root()),
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
                        SmallFamily.FINDINGS,
                        "known",
                        "# iisaudit baseline 1\n"
                                + each(
                                        n,
                                        i -> "s\t" + HOST + "\tkernel-mode-preauth-401\tlocation[S/f" + i % 9
                                                + "]\t%016x\n".formatted(i))),
                List.of("--baseline", "known")));
    }
}
