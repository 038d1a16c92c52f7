package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.EffectiveSection.Setting;
import io.github.iisaudit.config.Origin.Written;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.history.History;
import io.github.iisaudit.history.Reading;
import io.github.iisaudit.history.ValueChange;
import io.github.iisaudit.history.VersionChange;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ServerFiles;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import io.github.iisaudit.source.Timeline;
import io.github.iisaudit.source.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryAuditTest {

    private static final String AUTHENTICATION = "system.webServer/security/authentication/";
    private static final List<String> SECTIONS = List.of(
            AUTHENTICATION + "windowsAuthentication",
            AUTHENTICATION + "anonymousAuthentication",
            "system.webServer/security/access");
    private static final String DECLARED = "<configSections><sectionGroup name=\"system.applicationHost\">"
            + "<section name=\"applicationPools\"/><section name=\"sites\"/></sectionGroup>"
            + "<sectionGroup name=\"system.webServer\"><sectionGroup name=\"security\"><section name=\"access\"/>"
            + "<sectionGroup name=\"authentication\"><section name=\"windowsAuthentication\" overrideModeDefault=\"Deny\"/>"
            + "<section name=\"anonymousAuthentication\"/></sectionGroup></sectionGroup>"
            + "<section name=\"directoryBrowse\"/></sectionGroup></configSections>\n";
    private static final List<Rule> RULES = rules();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int VERSIONS = 25;

    private static List<Rule> rules() {
        try {
            return RuleCatalogue.of(List.of(), section -> true).rules();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void it_tells_what_audits_of_each_version_by_itself_tell(long seed) throws Exception {
        Edits edits = new Edits(new Random(seed));
        List<Map<String, byte[]>> states = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < VERSIONS; i++) {
            Map<String, byte[]> state = edits.next();
            states.add(state);
            versions.add(new Version("v" + i, START.plusSeconds(i), "", () -> List.of(source(state))));
        }
        Map<String, VersionChange> told = new LinkedHashMap<>();
        History history = history(versions);
        assertThat(history.unreadable()).isEmpty();
        history.servers().get(0).changes().forEach(it -> told.put(it.at().id(), it));
        int changes = 0;
        for (int i = 1; i < VERSIONS; i++) {
            Alone before = new Alone(source(states.get(i - 1)));
            Alone now = new Alone(source(states.get(i)));
            VersionChange change = told.get("v" + i);
            assertThat(values(change)).as("values of v" + i).isEqualTo(Alone.changed(before, now));
            assertPaths(change, before, now, "v" + i);
            assertFindings(change, before, now, "v" + i);
            changes += values(change).size();
        }
        assertThat(changes).isPositive();
    }

    private static void assertPaths(VersionChange change, Alone before, Alone now, String version) {
        Set<String> added = new TreeSet<>(now.paths);
        added.removeAll(before.paths);
        Set<String> removed = new TreeSet<>(before.paths);
        removed.removeAll(now.paths);
        assertThat(change == null ? Set.of() : new TreeSet<>(change.pathsAdded()))
                .as(version)
                .isEqualTo(added);
        assertThat(change == null ? Set.of() : new TreeSet<>(change.pathsRemoved()))
                .as(version)
                .isEqualTo(removed);
    }

    /** A rule that goes on to speak of a path says something else of it, or of another line. */
    private static void assertFindings(VersionChange change, Alone before, Alone now, String version) {
        List<Finding> came = change == null ? List.of() : change.came();
        List<Finding> went = change == null ? List.of() : change.went();
        Set<String> news = new TreeSet<>(now.said.keySet());
        news.removeAll(before.said.keySet());
        Set<String> olds = new TreeSet<>(before.said.keySet());
        olds.removeAll(now.said.keySet());
        assertThat(said(came, before.said.keySet())).as("came in " + version).isEqualTo(news);
        assertThat(said(went, now.said.keySet())).as("went in " + version).isEqualTo(olds);
        assertLines(came, now);
        assertLines(went, before);
    }

    private static Set<String> said(List<Finding> findings, Set<String> without) {
        Set<String> said = new TreeSet<>();
        findings.forEach(it -> it.paths().forEach(path -> said.add(it.rule().id() + " at " + path)));
        said.removeAll(without);
        return said;
    }

    private static void assertLines(List<Finding> findings, Alone alone) {
        for (Finding finding : findings) {
            if (finding.rule().subject() == Rule.Subject.PATH) {
                for (String path : finding.paths()) {
                    assertThat(alone.said.get(finding.rule().id() + " at " + path))
                            .contains(finding.place().file() + ":"
                                    + finding.place().line());
                }
            }
        }
    }

    private static Map<String, String> values(VersionChange change) {
        Map<String, String> values = new TreeMap<>();
        for (ValueChange value : change == null ? List.<ValueChange>of() : change.values()) {
            if (SECTIONS.contains(value.section()) && value.name().matches("\\w+")) {
                value.paths()
                        .forEach(path -> values.put(
                                path + " " + value.section() + " " + value.name(),
                                shown(value.from()) + " -> " + shown(value.to())));
            }
        }
        return values;
    }

    private static String shown(Reading reading) {
        Reading.Place place = reading.place();
        return reading.value() + (place == null ? "" : " " + place.file() + ":" + place.line() + ":" + place.column());
    }

    /** One version, audited as if there were no other. */
    private static final class Alone {

        final Set<String> paths = new TreeSet<>();
        final Map<String, String> values = new TreeMap<>();
        final Map<String, Set<String>> said = new TreeMap<>();

        Alone(ConfigSource source) {
            ServerConfiguration server = ServerConfiguration.read(source);
            Checker checker = new Checker(RULES, server.name(), server.root());
            server.forEachScope(scope -> {
                paths.add(scope.path());
                checker.check(scope);
                SECTIONS.forEach(name -> take(scope.path(), scope.section(name)));
            });
            server.writtenFiles().forEach(checker::check);
            checker.findings().stream()
                    .filter(it -> it.isReported() && it.rule().subject() != Rule.Subject.SUPPRESSION)
                    .forEach(this::take);
            try (Audit.Outcome outcome = Audit.run(List.of(source), Plan.of(RULES))) {
                outcome.report().reported().forEach(it -> {
                    if (it.rule().subject() == Rule.Subject.NAME) {
                        take(it);
                    }
                });
            }
        }

        private void take(Finding finding) {
            finding.paths()
                    .forEach(path -> said.computeIfAbsent(finding.rule().id() + " at " + path, it -> new TreeSet<>())
                            .add(finding.place().file() + ":" + finding.place().line()));
        }

        private void take(String path, EffectiveSection section) {
            for (Setting setting : section.settings()) {
                if (setting.name().matches("\\w+")) {
                    String place = setting.origin() instanceof Written written
                            ? " " + written.span().path() + ":" + written.span().line() + ":"
                                    + written.span().column()
                            : "";
                    values.put(path + " " + section.name() + " " + setting.name(), setting.value() + place);
                }
            }
        }

        /** By the values alone: a line that moved has changed nothing. */
        static Map<String, String> changed(Alone before, Alone now) {
            Map<String, String> changed = new TreeMap<>();
            now.values.forEach((name, value) -> {
                String was = before.values.get(name);
                if (was != null && !was.split(" ")[0].equals(value.split(" ")[0])) {
                    changed.put(name, was + " -> " + value);
                }
            });
            return changed;
        }
    }

    /** A small server that is edited at random, in whatever part. */
    private static final class Edits {

        private static final List<String> SITES = List.of("One", "Two", "one two");

        private final Random random;
        private final List<String> order = new ArrayList<>(List.of("", "One", "One/a", "Two", "Two/sub"));
        private final Map<String, Map<String, String>> locations = new TreeMap<>();
        private final Map<String, String> web = new TreeMap<>();
        private final Map<String, Set<String>> applications = new TreeMap<>();
        private final Map<String, String> users = new TreeMap<>(Map.of("p", "CONTOSO\\one", "q", ""));
        private String defaults = "";
        private String locked = "Deny";
        private String comment = "";
        private int lines;

        Edits(Random random) {
            this.random = random;
            order.forEach(path -> locations.put(path, new TreeMap<>()));
            locations.get("").put("enabled", "true");
            applications.put("One", new TreeSet<>(Set.of("/a", "/b")));
            applications.put("Two", new TreeSet<>());
        }

        Map<String, byte[]> next() {
            switch (random.nextInt(14)) {
                case 0 -> lines = random.nextInt(4);
                case 1 -> toggle(web, "sslFlags");
                case 2 -> users.put(pick("p", "q"), pick("CONTOSO\\one", "CONTOSO\\two", ""));
                case 3 -> toggleApplication(pick("One", "Two"), pick("/a", "/b", "/c"));
                case 4 -> toggleSite(SITES.get(random.nextInt(SITES.size())));
                case 5 -> defaults = pick("", "<applicationDefaults applicationPool=\"q\"/>");
                case 6 -> locked = pick("Deny", "Allow");
                case 7 -> Collections.shuffle(order, random);
                case 8 ->
                    comment =
                            pick("", "<!-- iisaudit:ignore one-name-several-accounts so it is -->", "<!-- nothing -->");
                case 9 -> toggle(web, "elsewhere");
                default ->
                    toggle(
                            locations.get(order.get(random.nextInt(order.size()))),
                            pick("enabled", "useKernelMode", "useAppPoolCredentials", "sslFlags", "twice"));
            }
            return Map.of(
                    "applicationHost.config", host().getBytes(StandardCharsets.UTF_8),
                    "C/One/a/web.config", webConfig().getBytes(StandardCharsets.UTF_8),
                    "C/One/a/access.config", access(web.get("elsewhere")).getBytes(StandardCharsets.UTF_8));
        }

        private String pick(String... all) {
            return all[random.nextInt(all.length)];
        }

        private void toggle(Map<String, String> values, String name) {
            if (values.containsKey(name) && random.nextBoolean()) {
                values.remove(name);
            } else {
                values.put(
                        name,
                        List.of("sslFlags", "elsewhere").contains(name) ? pick("None", "Ssl") : pick("true", "false"));
            }
        }

        private void toggleSite(String name) {
            if (applications.remove(name) == null) {
                applications.put(name, new TreeSet<>());
            }
        }

        private void toggleApplication(String site, String path) {
            Set<String> all = applications.computeIfAbsent(site, it -> new TreeSet<>());
            if (!all.remove(path)) {
                all.add(path);
            }
        }

        private static String access(String flags) {
            return "<access" + (flags == null ? "" : " sslFlags=\"" + flags + "\"") + "/>";
        }

        private String webConfig() {
            boolean isElsewhere = web.containsKey("elsewhere") && !web.containsKey("sslFlags");
            String section = isElsewhere ? "<access configSource=\"access.config\"/>" : access(web.get("sslFlags"));
            return "<configuration>\n<system.webServer><security>" + section
                    + "</security></system.webServer>\n</configuration>";
        }

        private String host() {
            StringBuilder text = new StringBuilder("<configuration>\n" + "\n".repeat(lines));
            text.append(DECLARED.replace("\"Deny\"", "\"" + locked + "\""))
                    .append("<system.applicationHost><applicationPools>");
            users.forEach((name, user) -> text.append("<add name=\"" + name + "\">")
                    .append(user.isEmpty() ? "" : identity(user))
                    .append("</add>"));
            text.append("</applicationPools>\n<sites>").append(defaults);
            applications.forEach((name, paths) -> text.append(site(name, paths)));
            text.append("</sites></system.applicationHost>\n");
            order.forEach(path -> text.append(location(path, locations.get(path))));
            return text.append("</configuration>\n").toString();
        }

        private static String identity(String user) {
            return "<processModel identityType=\"SpecificUser\" userName=\"" + user + "\"/>";
        }

        private String site(String name, Set<String> paths) {
            StringBuilder text =
                    new StringBuilder(comment + "<site name=\"" + name + "\" id=\"" + name.length() + "\">");
            text.append(application(name, "/", " applicationPool=\"p\""));
            paths.forEach(
                    path -> text.append(application(name, path, path.equals("/b") ? "" : " applicationPool=\"q\"")));
            return text.append("<bindings><binding protocol=\"http\" bindingInformation=\"*:80:one.example.com\"/>")
                    .append("</bindings></site>\n")
                    .toString();
        }

        private static String application(String site, String path, String pool) {
            return "<application path=\"" + path + "\"" + pool + "><virtualDirectory path=\"/\" physicalPath=\"C:\\"
                    + site + path.replace("/", path.equals("/") ? "" : "\\") + "\"/></application>\n";
        }

        private static String location(String path, Map<String, String> values) {
            StringBuilder windows = new StringBuilder("<windowsAuthentication");
            values.forEach((name, value) -> windows.append(
                    List.of("sslFlags", "twice").contains(name) ? "" : "\n " + name + "=\"" + value + "\""));
            String ssl =
                    values.containsKey("sslFlags") ? "<access sslFlags=\"" + values.get("sslFlags") + "\"/>\n" : "";
            String tag = "<location path=\"" + path + "\"><system.webServer><security>";
            String end = "</security></system.webServer></location>\n";
            String more =
                    values.getOrDefault("twice", "").equals("true") ? tag + "<access sslFlags=\"Ssl128\"/>" + end : "";
            return tag + ssl + "<authentication>\n" + windows + "/></authentication>" + end + more;
        }
    }

    @Test
    void a_version_that_cannot_be_read_is_named_and_the_next_is_compared_with_the_last_that_could() {
        String on = "<configuration>" + DECLARED
                + "<system.webServer><security><authentication><windowsAuthentication enabled=\"true\"/>"
                + "</authentication></security></system.webServer></configuration>";
        History history = history(List.of(
                version("1", on.replace("true", "false")),
                version("2", "<configuration>"),
                version("3", "<configuration>"),
                version("5", on)));
        assertThat(history.unreadable())
                .extracting(History.Unreadable::version)
                .contains("2")
                .doesNotContain("3");
        History.Server server = history.servers().get(0);
        assertThat(server.changes()).extracting(it -> it.at().id()).contains("5");
    }

    private static Version version(String id, String text) {
        Map<String, byte[]> files = Map.of("applicationHost.config", text.getBytes(StandardCharsets.UTF_8));
        return new Version(id, START, "", () -> List.of(source(files)));
    }

    @Test
    void a_file_that_configSource_names_is_looked_at_although_no_other_changed() {
        History history = history(List.of(elsewhere("1", "None"), elsewhere("2", "Ssl")));
        assertThat(history.servers().get(0).changes())
                .singleElement()
                .extracting(HistoryAuditTest::values)
                .hasToString("{One system.webServer/security/access sslFlags=None C/One/access.config:1:9"
                        + " -> Ssl C/One/access.config:1:9}");
    }

    private static Version elsewhere(String id, String flags) {
        String host = "<configuration>" + DECLARED + "<system.applicationHost><sites><site name=\"One\" id=\"1\">"
                + "<application path=\"/\"><virtualDirectory path=\"/\" physicalPath=\"C:\\One\"/></application></site>"
                + "</sites></system.applicationHost></configuration>";
        String web = "<configuration><system.webServer><security><access configSource=\"access.config\"/></security>"
                + "</system.webServer></configuration>";
        Map<String, byte[]> files = Map.of(
                "applicationHost.config", host.getBytes(StandardCharsets.UTF_8),
                "C/One/web.config", web.getBytes(StandardCharsets.UTF_8),
                "C/One/access.config", ("<access sslFlags=\"" + flags + "\"/>").getBytes(StandardCharsets.UTF_8));
        return new Version(id, START, "", () -> List.of(source(files)));
    }

    @Test
    void a_server_that_comes_or_goes_does_so_with_its_paths() {
        Map<String, byte[]> files =
                Map.of("applicationHost.config", "<configuration/>".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> two = new LinkedHashMap<>();
        files.forEach((name, text) -> two.put("A/" + name, text));
        Map<String, byte[]> three = new LinkedHashMap<>(two);
        files.forEach((name, text) -> three.put("B/" + name, text));
        History history = history(List.of(fleet("1", two), fleet("2", three), fleet("3", two)));
        assertThat(history.servers()).extracting(History.Server::name).containsExactly("A", "B");
        History.Server server = history.servers().get(1);
        assertThat(server.changes()).extracting(it -> it.at().id()).containsExactly("2", "3");
        assertThat(server.changes().get(0).pathsAdded()).containsExactly("");
        assertThat(server.changes().get(1).pathsRemoved()).containsExactly("");
    }

    private static Version fleet(String id, Map<String, byte[]> files) {
        return new Version(
                id,
                START,
                "",
                () -> Sources.of(new ServerFiles("fleet", files), SourceOptions.DEFAULTS)
                        .sources());
    }

    private static ConfigSource source(Map<String, byte[]> files) throws SourceException {
        List<ConfigSource> sources = Sources.of(new ServerFiles("server", files), SourceOptions.DEFAULTS)
                .sources();
        if (sources.isEmpty()) {
            throw new AssertionError("no server");
        }
        return sources.get(0);
    }

    private static History history(List<Version> versions) {
        Timeline timeline = new Timeline(Timeline.Kind.COMMITS, "server", versions);
        return HistoryAudit.run(List.of(timeline), Plan.of(RULES), path -> true, UnaryOperator.identity())
                .history();
    }
}
