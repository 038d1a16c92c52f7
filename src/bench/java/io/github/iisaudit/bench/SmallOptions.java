package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.location;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.root;
import static io.github.iisaudit.ConfigParts.site;
import static io.github.iisaudit.ConfigParts.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families of files that options name, of files that are looked at where they lie beside others, and of rules of URL Rewrite. */
final class SmallOptions {

    private static final String WEB = "<configuration>" + on() + "</configuration>";

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallOptions() {}

    static List<SmallFamily> all() {
        SmallOptions options = new SmallOptions();
        options.addHosts();
        options.addLocked();
        options.addRewriting();
        options.addFolders();
        options.addBeside();
        options.addPackages();
        return options.families;
    }

    private void add(String name, int most, List<String> commands, IntFunction<Map<String, String>> files) {
        families.add(SmallFamily.of("option: " + name, most, commands, files));
    }

    private void host(String name, int most, IntFunction<String> inside) {
        List<String> commands =
                List.of("scan .", "scan . --format json", "effective . --all", "what-if .", "fix .", "history .");
        families.add(SmallFamily.host("rewrite: " + name, most, commands, inside));
    }

    private void addHosts() {
        List<String> commands = List.of(
                "scan . --host h/the.config --site S",
                "effective . --host h/the.config --site S",
                "what-if . --host h/the.config --site S",
                "fix . --host h/the.config --site S");
        add("a host of location tags × web.config files", 1_000, commands, n -> {
            Map<String, String> files = folders(n);
            files.put("h/the.config", configuration(root() + each(4 * n, i -> location("S/f" + i, on()))));
            return files;
        });
        add("a host of sites × web.config files", 1_000, commands, n -> {
            Map<String, String> files = folders(n);
            files.put("h/the.config", SmallEvidence.many(4 * n).replace("\"S7\"", "\"S\""));
            return files;
        });
        add(
                "a host of applications × a web.config of location tags",
                4_000,
                commands,
                n -> Map.of(
                        "web.config",
                        "<configuration>" + each(n, i -> location("a" + i, on())) + "</configuration>",
                        "h/the.config",
                        configuration(site(each(n, i -> application(i == 0 ? "/" : "/a" + i)) + "<bindings>"
                                + BINDING.formatted(0) + "</bindings>"))));
    }

    private void addLocked() {
        List<String> commands = List.of("fix .", "fix . --format powershell", "scan .");
        add("locked sections of web.config files × a host of location tags", 300, commands, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                files.put(
                        "C/w/f" + i + "/web.config",
                        "<configuration>" + windows(" useKernelMode=\"false\"", "") + "</configuration>");
            }
            String open = "windowsAuthentication\" overrideModeDefault=\"";
            files.put(
                    HOST,
                    configuration(root() + each(12 * n, i -> location("S/g" + i, on())))
                            .replace(open + "Allow", open + "Deny"));
            return files;
        });
    }

    private static Map<String, String> folders(int n) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            files.put("f" + i + "/web.config", WEB);
        }
        return files;
    }

    private static String rewrite(String inside) {
        return "<system.webServer><rewrite>" + inside + "</rewrite></system.webServer>";
    }

    private static String redirect(int number, String conditions) {
        return "<rule name=\"r" + number + "\"><match url=\"(.*)\"/><conditions>" + conditions
                + "</conditions><action type=\"Redirect\" url=\"https://{HTTP_HOST}/{R:1}\"/></rule>";
    }

    private void addRewriting() {
        String https = "<add input=\"{HTTPS}\" pattern=\"off\"/>";
        host(
                "rules",
                4_500,
                n -> root()
                        + on()
                        + rewrite("<rules>" + each(n, i -> redirect(i, https.replace("off", "x"))) + "</rules>"));
        host(
                "conditions of a rule",
                15_000,
                n -> root() + on() + rewrite("<rules>" + redirect(0, each(n, i -> https)) + "</rules>"));
        host(
                "rules × paths",
                1_500,
                n -> root()
                        + rewrite("<rules>" + each(n, i -> redirect(i, https)) + "</rules>")
                        + each(
                                n,
                                i -> location(
                                        "S/f" + i, on() + rewrite("<rules><remove name=\"r" + i + "\"/></rules>"))));
        host(
                "entries of a map",
                15_000,
                n -> root()
                        + rewrite("<rewriteMaps><rewriteMap name=\"m\">"
                                + each(n, i -> "<add key=\"/a" + i + "\" value=\"/b" + i + "\"/>")
                                + "</rewriteMap></rewriteMaps>"));
        host(
                "a pattern without end",
                400_000,
                n -> root()
                        + on()
                        + rewrite("<rules><rule name=\"r\"><match url=\"" + each(n, i -> "(") + ".*" + each(n, i -> ")")
                                + "\"/><action type=\"Redirect\" url=\"https://x/\"/></rule></rules>"));
    }

    private void addFolders() {
        List<String> evidence =
                List.of("confirm . --evidence logs", "confirm --evidence logs", "scan . --evidence logs");
        add("a folder of logs", 1_500, evidence, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(HOST, SmallEvidence.many(1_000));
            for (int i = 0; i < n; i++) {
                files.put("logs/W3SVC" + i + "/u_ex260309.log", SmallEvidence.log(i));
            }
            return files;
        });
        List<String> rules = List.of("scan . --rules r", "rules --rules r", "rules test r");
        add("a folder of rules", 400, rules, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(HOST, SmallFamily.FINDINGS);
            for (int i = 0; i < n; i++) {
                String id = "own-rule-" + i;
                files.put(
                        "r/" + id + ".xml",
                        SmallDeployments.rule("@enabled[. = 'true']", "").replace("own-rule", id));
            }
            return files;
        });
        add("a folder of versions of the server", 300, List.of("history .", "history . --format json"), n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("Windows/System32/inetsrv/config/" + HOST, configuration(root() + on()));
            for (int i = 0; i < n; i++) {
                String text = windows(" enabled=\"" + (i % 2 == 0) + "\"", "");
                files.put(
                        String.format("inetpub/history/CFGHISTORY_%010d/", i) + HOST,
                        configuration(root() + each(n, j -> location("S/f" + j, text))));
            }
            return files;
        });
    }

    private void addBeside() {
        List<String> profile = List.of("scan . --profile p", "effective . --profile p", "scan . --every-environment");
        add(
                "properties of a publish profile",
                20_000,
                profile,
                n -> Map.of(
                        "web.config",
                        WEB,
                        "web.p.config",
                        WEB,
                        "Properties/PublishProfiles/p.pubxml",
                        "<Project><PropertyGroup>" + each(n, i -> "<p" + i + ">v</p" + i + ">")
                                + "<LastUsedBuildConfiguration>Release</LastUsedBuildConfiguration>"
                                + "</PropertyGroup></Project>"));
        List<String> usual = List.of("scan .", "effective .", "history .");
        add(
                "an administration.config",
                20_000,
                usual,
                n -> Map.of(
                        HOST,
                        configuration(root() + on()),
                        "administration.config",
                        "<configuration><moduleProviders>" + each(n, i -> "<add name=\"m" + i + "\" type=\"t\"/>")
                                + "</moduleProviders></configuration>"));
        List<String> git = List.of("scan .", "scan . --since HEAD", "history .", "effective .");
        add(
                "a pointer to a repository without end",
                900_000,
                git,
                n -> Map.of("web.config", WEB, ".git", "gitdir: " + each(n / 2, i -> "a/")));
        add(
                "references of a repository",
                15_000,
                git,
                n -> repository(".git/packed-refs", each(n, i -> "%040x refs/heads/b%d%n".formatted(i + 1, i))));
        add(
                "settings of a repository",
                15_000,
                git,
                n -> repository(".git/config", each(n, i -> "[filter \"f" + i + "\"]\n\tclean = x\n")));
        families.add(SmallFamily.of(
                        "option: attributes of a repository",
                        30_000,
                        git,
                        n -> Map.of("web.config", WEB + "\n", ".gitattributes", each(n, i -> "*." + i + " filter=f\n")))
                .since(n -> Map.of("web.config", WEB)));
    }

    private void addPackages() {
        families.add(SmallFamily.ofBytes(
                "option: a file of parameters",
                12_000,
                List.of("scan a.zip --set-parameters p.xml", "effective a.zip --set-parameters p.xml"),
                n -> {
                    Packing zip = new Packing();
                    zip.add("archive.xml", "<sitemanifest/>");
                    zip.add("parameters.xml", "<parameters>" + each(n, SmallOptions::parameter) + "</parameters>");
                    zip.add("Content/C_C/w/web.config", WEB);
                    String values = each(n, i -> "<setParameter name=\"p" + i + "\" value=\"v\"/>");
                    try {
                        return Map.of(
                                "a.zip",
                                zip.zip(),
                                "p.xml",
                                ("<parameters>" + values + "</parameters>").getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        List<String> commands = List.of("scan a.zip", "effective a.zip");
        families.add(SmallFamily.packed("option: providers of a manifest", 100_000, commands, Map.of(), "a.zip", n -> {
            Packing zip = new Packing();
            zip.add(
                    "archive.xml",
                    "<sitemanifest>" + each(n, i -> "<iisApp path=\"a" + i + "\"/>") + "</sitemanifest>");
            zip.add("Content/C_C/w/web.config", WEB);
            return zip.zip();
        }));
    }

    private static String parameter(int number) {
        return "<parameter name=\"p" + number
                + "\" defaultValue=\"d\"><parameterEntry kind=\"XmlFile\" scope=\"w\" match=\"" + "//add[@key='k"
                + number + "']/@value\"/></parameter>";
    }

    /** A repository with no commit, and a file of git's own. */
    private static Map<String, String> repository(String file, String text) {
        return Map.of(
                "web.config",
                WEB,
                ".git/HEAD",
                "ref: refs/heads/b0\n",
                ".git/objects/info/packs",
                "",
                ".git/refs/heads/x",
                "0".repeat(40) + "\n",
                file,
                text);
    }
}
