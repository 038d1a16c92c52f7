package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.BINDING;
import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.application;
import static io.github.iisaudit.ConfigParts.authentication;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.location;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.root;
import static io.github.iisaudit.ConfigParts.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Families of what goes with configuration: transforms, parameters, settings, rules, baselines, schemas, files of arguments. */
final class SmallDeployments {

    private static final String FORM = "http://schemas.microsoft.com/XML-Document-Transform";

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallDeployments() {}

    static List<SmallFamily> all() {
        SmallDeployments deployments = new SmallDeployments();
        deployments.addTransforms();
        deployments.addParameters();
        deployments.addSettings();
        deployments.addRules();
        deployments.addArguments();
        deployments.addSnapshots();
        return deployments.families;
    }

    private void transform(String name, int most, IntFunction<String> base, IntFunction<String> transform) {
        List<String> commands = List.of(
                "transform web.config web.Release.config",
                "transform web.config web.Release.config --format json",
                "scan . --configuration Release",
                "effective . --configuration Release",
                "what-if . --configuration Release",
                "scan . --every-environment");
        families.add(SmallFamily.of(
                "transform: " + name,
                most,
                commands,
                n -> Map.of(
                        "web.config",
                        "<configuration>" + base.apply(n) + "</configuration>",
                        "web.Release.config",
                        "<configuration xmlns:t=\"" + FORM + "\">" + transform.apply(n) + "</configuration>")));
    }

    private static String entries(int n) {
        return "<appSettings>" + each(n, i -> "<add key=\"k" + i + "\" value=\"v\"/>") + "</appSettings>";
    }

    private static String changes(int n, IntFunction<String> change) {
        return "<appSettings>" + each(n, change) + "</appSettings>";
    }

    private void addTransforms() {
        transform(
                "Match of as many",
                14_000,
                SmallDeployments::entries,
                n -> changes(n, i -> "<add key=\"k" + i + "\" t:Locator=\"Match(key)\" t:Transform=\"Remove\"/>"));
        transform(
                "Condition of as many",
                10_000,
                SmallDeployments::entries,
                n -> changes(
                        n,
                        i -> "<add value=\"w\" t:Locator=\"Condition(@key='k" + i + "')\" t:Transform=\"Replace\"/>"));
        transform(
                "XPath of as many",
                8_000,
                SmallDeployments::entries,
                n -> changes(
                        n,
                        i -> "<add value=\"w\" t:Locator=\"XPath(/configuration/appSettings/add[@key='k" + i
                                + "'])\" t:Transform=\"Remove\"/>"));
        transform(
                "XPath with unions",
                4_000,
                SmallDeployments::entries,
                n -> changes(
                        n,
                        i -> "<add t:Locator=\"XPath(//add[@key='k" + i + "'] | //add[last()-" + i
                                + "])\" t:Transform=\"Remove\"/>"));
        transform(
                "Insert of as many",
                20_000,
                SmallDeployments::entries,
                n -> changes(n, i -> "<add key=\"n" + i + "\" t:Transform=\"Insert\"/>"));
        transform(
                "InsertIfMissing of as many",
                9_000,
                SmallDeployments::entries,
                n -> changes(
                        n, i -> "<add key=\"n" + i + "\" t:Transform=\"InsertIfMissing\" t:Locator=\"Match(key)\"/>"));
        transform(
                "InsertBefore of as many",
                7_000,
                SmallDeployments::entries,
                n -> changes(
                        n,
                        i -> "<add key=\"n" + i + "\" t:Transform=\"InsertBefore(/configuration/appSettings/add[@key='k"
                                + i + "'])\"/>"));
        transform(
                "InsertAfter, each after the last",
                6_000,
                n -> entries(1),
                n -> changes(
                        n,
                        i -> "<add key=\"k" + (i + 1)
                                + "\" t:Transform=\"InsertAfter(/configuration/appSettings/add[@key='k" + i
                                + "'])\"/>"));
        transform(
                "SetAttributes of a list",
                150_000,
                n -> "<appSettings><add key=\"k\"/></appSettings>",
                n -> changes(
                        1,
                        i -> "<add key=\"k\" t:Locator=\"Match(key)\" t:Transform=\"SetAttributes("
                                + each(n, j -> "key,") + "key)\"/>"));
        transform(
                "attributes that are set",
                30_000,
                n -> "<appSettings><add" + each(n, i -> " a" + i + "=\"\"") + "/></appSettings>",
                n -> changes(1, i -> "<add" + each(n, j -> " a" + j + "=\"x\"") + " t:Transform=\"SetAttributes\"/>"));
        transform(
                "attributes that are removed",
                30_000,
                n -> "<appSettings><add" + each(n, i -> " a" + i + "=\"\"") + "/></appSettings>",
                n -> changes(1, i -> "<add t:Transform=\"RemoveAttributes(" + each(n, j -> "a" + j + ",") + "a)\"/>"));
        transform(
                "one change of as many",
                30_000,
                SmallDeployments::entries,
                n -> changes(
                        1, i -> "<add value=\"w\" t:Transform=\"SetAttributes\"/><add t:Transform=\"RemoveAll\"/>"));
        transform(
                "removals of the first",
                30_000,
                SmallDeployments::entries,
                n -> changes(n, i -> "<add t:Transform=\"Remove\"/>"));
        transform(
                "elements in each other",
                220,
                n -> each(n, i -> "<x>") + each(n, i -> "</x>"),
                n -> each(n, i -> "<x t:Transform=\"InsertIfMissing\">") + each(n, i -> "</x>"));
        transform(
                "many elements of many",
                700,
                n -> each(n, i -> "<x>" + each(20, j -> "<y/>") + "</x>"),
                n -> each(n, i -> "<x>" + each(20, j -> "<y z=\"1\" t:Transform=\"SetAttributes\"/>") + "</x>"));
        transform("comments of a transform", 100_000, n -> on(), n -> each(n, i -> "<!---->"));
        transform(
                "a value of many variables",
                100_000,
                n -> "<appSettings><add key=\"k\"/></appSettings>",
                n -> changes(
                        1, i -> "<add key=\"k\" value=\"" + each(n, j -> "$(a)") + "\" t:Transform=\"Replace\"/>"));
        transform(
                "an argument of brackets",
                400_000,
                n -> entries(1),
                n -> changes(
                        1,
                        i -> "<add key=\"k\" t:Locator=\"Condition(" + each(n, j -> "(") + each(n, j -> ")")
                                + ")\" t:Transform=\"Remove\"/>"));
    }

    private static byte[] deployment(int files, String parameters) throws IOException {
        Packing zip = new Packing();
        zip.add("archive.xml", "<sitemanifest/>");
        zip.add("parameters.xml", "<parameters>" + parameters + "</parameters>");
        for (int i = 0; i < files; i++) {
            zip.add(
                    "Content/C_C/w" + (i == 0 ? "" : "/f" + i) + "/web.config",
                    "<configuration>" + entries(i == 0 ? 1_000 : 1) + on() + "</configuration>");
        }
        return zip.zip();
    }

    private void deployment(String name, int most, int files, IntFunction<String> parameters) {
        List<String> commands = List.of("scan a.zip", "effective a.zip", "what-if a.zip");
        families.add(SmallFamily.packed(
                "package: " + name, most, commands, Map.of(), "a.zip", n -> deployment(files, parameters.apply(n))));
    }

    private static String parameter(String name, String value, String scope, String match) {
        return "<parameter name=\"" + name + "\" defaultValue=\"" + value
                + "\"><parameterEntry kind=\"XmlFile\" scope=\"" + scope + "\" match=\"" + match + "\"/></parameter>";
    }

    private void addParameters() {
        deployment(
                "parameters",
                20_000,
                1,
                n -> each(
                        n,
                        i -> parameter("p" + i, "v", "", "/configuration/appSettings/add[@key='k" + i + "']/@value")));
        deployment(
                "parameters of many files",
                5_000,
                1_500,
                n -> each(n, i -> parameter("p" + i, "v", "web\\.config$", "//add/@value")));
        deployment(
                "scopes that take long",
                5_000,
                100,
                n -> each(n, i -> parameter("p" + i, "v", "(.*)*(.*)*x" + i, "//add/@value")));
        deployment(
                "parameters of parameters",
                5_000,
                1,
                n -> each(n, i -> parameter("p" + i, "{p" + (i + 1) + "}{p" + (i + 2) + "}", "", "//add/@value")));
        deployment(
                "a long parameter, repeated",
                3_000,
                1,
                n -> parameter("p0", "x".repeat(100 * n), "", "//add/@value")
                        + each(n, i -> parameter("p" + (i + 1), "{p0}{p0}{p0}{p0}", "", "//add/@value")));
        deployment(
                "a long value of long values",
                400_000,
                1,
                n -> parameter("p0", "x".repeat(n), "", "//none/@value")
                        + parameter("p1", "{p0}".repeat(900), "", "//add/@value"));
    }

    private void settings(String name, int most, String host, IntFunction<String> settings) {
        families.add(SmallFamily.of(
                "settings: " + name, most, List.of("scan .", "scan . --format json", "config .", "fix ."), n -> {
                    Map<String, String> files = new LinkedHashMap<>();
                    files.put(HOST, host);
                    files.put(".iisaudit.yml", settings.apply(n));
                    return files;
                }));
    }

    private void addSettings() {
        settings(
                "patterns that ignore",
                40_000,
                SmallFamily.FINDINGS,
                n -> "ignore:\n" + each(n, i -> "  - \"a" + i + "/*.x\"\n"));
        settings(
                "suppressions",
                9_000,
                SmallFamily.FINDINGS,
                n -> "suppressions:\n"
                        + each(
                                n,
                                i -> "  - rule: kernel-mode-preauth-401\n    path: \"a" + i
                                        + "/**\"\n    reason: because\n"));
        settings(
                "aliases",
                40_000,
                SmallFamily.FINDINGS,
                n -> "a0: &a0 x\n" + each(n, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + "]\n"));
        settings("lists in each other", 450_000, SmallFamily.FINDINGS, n -> "ignore: " + "[".repeat(n) + "]".repeat(n));
        settings("maps in each other", 400, SmallFamily.FINDINGS, n -> each(n, i -> " ".repeat(2 * i) + "a:\n"));
        settings("keys", 60_000, SmallFamily.FINDINGS, n -> "env:\n" + each(n, i -> "  k" + i + ": v\n"));
        settings(
                "a text without end",
                900_000,
                SmallFamily.FINDINGS,
                n -> "ignore:\n  - \"" + each(n / 2, i -> "\\t") + "\"\n");
        settings("an open quote", 900_000, SmallFamily.FINDINGS, n -> "ignore:\n  - \"" + each(n / 2, i -> "a\n"));
        settings(
                "patterns of many stars",
                1_500,
                SmallFamily.FINDINGS,
                n -> "ignore:\n" + each(n, i -> "  - \"" + "*a".repeat(300) + i + "\"\n"));
        settings(
                "patterns of many folders",
                1_200,
                SmallFamily.FINDINGS,
                n -> "ignore:\n" + each(n, i -> "  - \"" + "**/a/".repeat(150) + i + "\"\n"));
        settings(
                "suppressions of many stars",
                1_500,
                SmallFamily.FINDINGS,
                n -> "suppressions:\n"
                        + each(
                                n,
                                i -> "  - rule: kernel-mode-preauth-401\n    path: \"**/" + "*f*".repeat(150) + i
                                        + "\"\n    reason: because\n"));
        settings(
                "environments",
                2_500,
                SmallFamily.FINDINGS,
                n -> "environments:\n" + each(n, i -> "  e" + i + ":\n    variables:\n      a: b" + i + "\n"));
        settings(
                "servers",
                30_000,
                SmallFamily.FINDINGS,
                n -> "servers:\n" + each(n, i -> "  s" + i + ": CONTOSO\\S" + i + "$\n"));
        settings(
                "rules that do not run",
                40_000,
                SmallFamily.FINDINGS,
                n -> "skip-rules:\n" + each(n, i -> "  - ntlm-only\n"));
        settings(
                "severities that are there again",
                40_000,
                SmallFamily.FINDINGS,
                n -> "severity:\n" + each(n, i -> "  ntlm-onl" + i + ": error\n"));
        families.add(SmallFamily.of(
                "settings: environments × web.config files", 700, List.of("scan .", "effective ."), n -> {
                    Map<String, String> files = new LinkedHashMap<>();
                    for (int i = 0; i < n; i++) {
                        files.put("f" + i + "/web.config", "<configuration>" + on() + "</configuration>");
                    }
                    files.put(
                            ".iisaudit.yml",
                            "environments:\n" + each(n, i -> "  e" + i + ":\n    variables:\n      a: b" + i + "\n"));
                    return files;
                }));
        families.add(SmallFamily.of(
                "settings: placeholders × environments", 4_000, List.of("scan .", "effective ."), n -> {
                    Map<String, String> files = new LinkedHashMap<>();
                    files.put(
                            "web.config",
                            "<configuration>"
                                    + authentication(
                                            each(n, i -> "<windowsAuthentication enabled=\"#{a" + i % 30 + "}\"/>"))
                                    + "</configuration>");
                    files.put(
                            ".iisaudit.yml",
                            "environments:\n"
                                    + each(n / 40, i -> "  e" + i + ":\n    variables:\n      a: b" + i + "\n"));
                    return files;
                }));
    }

    private void rules(String name, int most, IntFunction<String> rule) {
        families.add(SmallFamily.of(
                "rules: " + name,
                most,
                List.of("scan . --rules r", "rules --rules r", "rules test r", "fix . --rules r"),
                n -> Map.of(HOST, SmallFamily.FINDINGS, "r/own-rule.xml", rule.apply(n))));
    }

    /** A whole rule. */
    static String rule(String flag, String more) {
        return "<rule id=\"own-rule\" severity=\"warning\" confidence=\"high\""
                + " section=\"system.webServer/security/authentication/windowsAuthentication\"><title>a"
                + " title</title><flag>" + flag + "</flag><message>a message"
                + " {.}</message><rationale>because</rationale><fix>mend"
                + " it</fix><remediation>mend it</remediation><references><ref"
                + " href=\"https://x.example/\">x</ref></references><examples><bad"
                + " name=\"a\""
                + " marks='enabled=\"true\"'><![CDATA[<system.webServer><security><authentication><windowsAuthentication"
                + " enabled=\"true\"/></authentication></security></system.webServer>]]></bad><good"
                + " name=\"b\"><![CDATA[<system.webServer/>]]></good>" + more + "</examples></rule>";
    }

    private void addRules() {
        rules(
                "a long flag",
                40_000,
                n -> rule("@enabled[. = 'true'" + each(n, i -> " or . = 'x" + i % 9 + "'") + "]", ""));
        rules("a flag of brackets", 400_000, n -> rule("(".repeat(n) + "@enabled" + ")".repeat(n), ""));
        rules("a flag of unions", 60_000, n -> rule("@enabled" + each(n, i -> " | @enabled"), ""));
        rules(
                "a flag that walks",
                4_000,
                n -> rule("@enabled[count(" + each(n, i -> "//*[") + "1" + "]".repeat(n) + ") &gt; 0]", ""));
        rules(
                "a flag that joins texts",
                20_000,
                n -> rule("@enabled[contains(concat(" + each(n, i -> "/scope,") + "''), 'x')]", ""));
        rules(
                "examples",
                6_000,
                n -> rule(
                        "@enabled[. = 'true']",
                        each(n, i -> "<good name=\"g" + i + "\"><![CDATA[<system.webServer/>]]></good>")));
        rules(
                "cases of a message",
                10_000,
                n -> rule("@enabled[. = 'true']", "")
                        .replace(
                                "<rationale>",
                                each(n, i -> "<case when=\". = 'x" + i + "'\">case {.}</case>") + "<rationale>"));
    }

    private void addArguments() {
        families.add(SmallFamily.of(
                "arguments: paths",
                60_000,
                List.of("scan @args"),
                n -> Map.of(HOST, SmallFamily.FINDINGS, "args", each(n, i -> "p" + i + "\n"))));
        families.add(SmallFamily.of(
                "arguments: one path again and again",
                45_000,
                List.of("scan @args"),
                n -> Map.of(HOST, SmallFamily.FINDINGS, "args", each(n, i -> HOST + "\n"))));
        families.add(SmallFamily.of(
                "arguments: variables",
                60_000,
                List.of("scan . @args"),
                n -> Map.of(HOST, SmallFamily.FINDINGS, "args", each(n, i -> "--variable=a" + i + "=b\n"))));
        families.add(SmallFamily.of(
                "arguments: rules that do not run",
                30_000,
                List.of("scan . @args"),
                n -> Map.of(HOST, SmallFamily.FINDINGS, "args", each(n, i -> "--skip-rule=ntlm-only\n"))));
        families.add(SmallFamily.of(
                "arguments: aliases of names",
                40_000,
                List.of("kerberos . --alias-file args --directory ad.ldf"),
                n -> Map.of(
                        HOST,
                        SmallEvidence.many(1_000),
                        "args",
                        each(n, i -> "a" + i + ".x=h" + i % 1_000 + ".x\n"),
                        "ad.ldf",
                        "dn: CN=u,DC=x\nobjectClass: user\nsAMAccountName: u\nservicePrincipalName: HTTP/h0.x\n\n")));
        families.add(SmallFamily.of(
                "arguments: aliases of each other",
                40_000,
                List.of("kerberos . --alias-file args --directory ad.ldf"),
                n -> Map.of(
                        HOST,
                        configuration(
                                site(application("/") + "<bindings>" + BINDING.formatted(0) + "</bindings>") + on()),
                        "args",
                        each(n, i -> "h" + i + ".x=h" + (i + 1) + ".x\n"),
                        "ad.ldf",
                        "dn: CN=u,DC=x\nobjectClass: user\nsAMAccountName: u\nservicePrincipalName: HTTP/h0.x\n\n")));
        families.add(SmallFamily.of(
                "baseline: one line again and again",
                9_000,
                List.of("scan . --baseline known", "scan . --baseline known --format json"),
                n -> Map.of(
                        HOST,
                        SmallFamily.FINDINGS,
                        "known",
                        "# iisaudit baseline 1\n"
                                + each(
                                        n,
                                        i -> "s\t" + HOST
                                                + "\tkernel-mode-preauth-401\tlocation[S/f0]\t0000000000000001\n"))));
        families.add(SmallFamily.of(
                "baseline: a line of tabs",
                900_000,
                List.of("scan . --baseline known"),
                n -> Map.of(
                        HOST, SmallFamily.FINDINGS, "known", "# iisaudit baseline 1\n" + each(n, i -> "\t") + "\n")));
        families.add(SmallFamily.of(
                "baseline: a line of escapes",
                450_000,
                List.of("scan . --baseline known"),
                n -> Map.of(
                        HOST,
                        SmallFamily.FINDINGS,
                        "known",
                        "# iisaudit baseline 1\ns\t" + each(n, i -> "\\\\") + "\tx\ty\t0000000000000001\n")));
    }

    private void addSnapshots() {
        List<String> usual = List.of("scan .", "scan . --format json", "effective .", "what-if .", "fix .");
        families.add(SmallFamily.of("snapshot: configSource files", 6_000, usual, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    "web.config",
                    "<configuration>"
                            + each(
                                    n,
                                    i -> authentication("<windowsAuthentication configSource=\"c" + i + ".config\"/>"))
                            + "</configuration>");
            for (int i = 0; i < n; i++) {
                files.put("c" + i + ".config", "<windowsAuthentication enabled=\"true\"/>");
            }
            return files;
        }));
        families.add(SmallFamily.of(
                "snapshot: one configSource file again and again",
                5_500,
                usual,
                n -> Map.of(
                        "web.config",
                                "<configuration>"
                                        + each(
                                                n,
                                                i -> location(
                                                        "f" + i,
                                                        authentication(
                                                                "<windowsAuthentication configSource=\"c.config\"/>")))
                                        + "</configuration>",
                        "c.config",
                                "<windowsAuthentication enabled=\"true\"><providers>"
                                        + each(n, i -> "<add value=\"p" + i + "\"/>")
                                        + "</providers></windowsAuthentication>")));
        families.add(SmallFamily.of("snapshot: configSource files, each of the next", 3_000, usual, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    "web.config",
                    "<configuration>" + authentication("<windowsAuthentication configSource=\"c0.config\"/>")
                            + "</configuration>");
            for (int i = 0; i < n; i++) {
                files.put("c" + i + ".config", "<windowsAuthentication configSource=\"c" + (i + 1) + ".config\"/>");
            }
            return files;
        }));
        families.add(SmallFamily.of(
                "snapshot: a schema of many elements",
                9_000,
                usual,
                n -> Map.of(
                        HOST,
                        configuration(root() + on()),
                        "schema/own_schema.xml",
                        "<configSchema>"
                                + each(
                                        n,
                                        i -> "<sectionSchema name=\"own/s" + i
                                                + "\"><attribute name=\"a\" type=\"string\"/></sectionSchema>")
                                + "</configSchema>")));
        families.add(SmallFamily.of(
                "snapshot: a schema of elements in each other",
                200,
                usual,
                n -> Map.of(
                        HOST,
                        configuration(root() + on()),
                        "schema/own_schema.xml",
                        "<configSchema><sectionSchema name=\"own/s\">" + each(n, i -> "<element name=\"e\">")
                                + each(n, i -> "</element>") + "</sectionSchema></configSchema>")));
        families.add(SmallFamily.of(
                "snapshot: a schema of values",
                30_000,
                usual,
                n -> Map.of(
                        HOST,
                        configuration(root() + on() + "<own><s a=\"x\"/></own>"),
                        "schema/own_schema.xml",
                        "<configSchema><sectionSchema name=\"own/s\"><attribute name=\"a\" type=\"enum\">"
                                + each(n, i -> "<enum name=\"e" + i + "\" value=\"" + i + "\"/>")
                                + "</attribute></sectionSchema></configSchema>")));
        families.add(SmallFamily.of(
                "snapshot: a machine.config of sections",
                30_000,
                usual,
                n -> Map.of(
                        "C/Windows/System32/inetsrv/config/" + HOST,
                        configuration(root() + on()),
                        "C/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/machine.config",
                        "<configuration><configSections>" + each(n, i -> "<section name=\"s" + i + "\" type=\"t\"/>")
                                + "</configSections></configuration>")));
        families.add(SmallFamily.of("snapshot: publish profiles", 3_000, usual, n -> {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("web.config", "<configuration>" + on() + "</configuration>");
            for (int i = 0; i < n; i++) {
                files.put(
                        "Properties/PublishProfiles/p" + i + ".pubxml",
                        "<Project><PropertyGroup><a>b</a></PropertyGroup></Project>");
            }
            return files;
        }));
        families.add(SmallFamily.of(
                "snapshot: an XML that is broken late",
                900_000,
                usual,
                n -> Map.of("web.config", "<configuration>" + each(n / 10, i -> "<x a=\"b\">"))));
        families.add(SmallFamily.of(
                "snapshot: declarations of XML",
                100_000,
                usual,
                n -> Map.of("web.config", each(n, i -> "<?xml ") + "<configuration/>")));
        families.add(SmallFamily.of(
                "snapshot: document types",
                30_000,
                usual,
                n -> Map.of(
                        "web.config",
                        "<!DOCTYPE configuration ["
                                + each(n, i -> "<!ENTITY e" + i + " \"&e" + (i + 1) + ";&e" + (i + 1) + ";\">")
                                + "]><configuration>&e0;</configuration>")));
        families.add(SmallFamily.of(
                "snapshot: marks of a template",
                150_000,
                usual,
                n -> Map.of("web.config", "<configuration>" + each(n, i -> "{% if") + "</configuration>")));
        families.add(SmallFamily.of(
                "snapshot: conflicts",
                60_000,
                usual,
                n -> Map.of(
                        "web.config", "<configuration>" + each(n, i -> "\n<<<<<<< a\n=======") + "</configuration>")));
    }
}
