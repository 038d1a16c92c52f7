package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.ServerAudit.Result;
import io.github.iisaudit.config.EnoughMemory;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.rule.Verdicts;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final String ON = """
            <configuration>
              <configSections><sectionGroup name="system.applicationHost"><section name="sites" /></sectionGroup>
                <sectionGroup name="system.webServer"><sectionGroup name="security">
                <sectionGroup name="authentication"><section name="windowsAuthentication" overrideModeDefault="Deny" />
                </sectionGroup></sectionGroup></sectionGroup></configSections>
              <system.applicationHost><sites>
                <site name="Intranet" id="1"><application path="/">
                  <virtualDirectory path="/" physicalPath="C:\\web" /></application></site>
              </sites></system.applicationHost>
              <location path="Intranet"><system.webServer><security><authentication>
                <windowsAuthentication enabled="true" />
              </authentication></security></system.webServer></location>
            </configuration>
            """;

    @TempDir
    Path fleet;

    private List<Rule> rules = List.of();

    @BeforeEach
    void makeTwelveServers() throws Exception {
        rules = RuleCatalogue.of(List.of(), section -> true).rules();
        for (int i = 10; i < 22; i++) {
            Path server = Files.createDirectory(fleet.resolve("WEB" + i));
            Files.writeString(server.resolve("applicationHost.config"), ON);
        }
    }

    private List<ConfigSource> servers() throws Exception {
        return Sources.open(List.of(fleet.toString()), SourceOptions.DEFAULTS).sources();
    }

    private Plan plan(int jobs, Progress progress) {
        return new Plan(rules, rules.stream().map(Rule::id).toList(), Triage.NONE, jobs, progress);
    }

    private static List<String> told(Outcome outcome) {
        List<String> told = new ArrayList<>();
        outcome.report()
                .findings()
                .forEach(f -> told.add(f.server() + " " + f.rule().id() + " " + f.fingerprint()));
        return told;
    }

    @Test
    void findsTheSameInTheSameOrderWithAnyNumberOfJobs() throws Exception {
        List<String> one = told(Audit.run(servers(), plan(1, Progress.NONE)));
        assertThat(one.stream().map(finding -> finding.substring(0, 5)))
                .hasSizeGreaterThanOrEqualTo(12)
                .isSorted();
        assertThat(told(Audit.run(servers(), plan(2, Progress.NONE)))).isEqualTo(one);
        assertThat(told(Audit.run(servers(), plan(8, Progress.NONE)))).isEqualTo(one);
    }

    @Test
    void goesOnWithTheOtherServersAfterAFaultOfItsOwn() throws Exception {
        List<ConfigSource> servers = new ArrayList<>(servers());
        servers.add(failing(() -> new IllegalStateException("planted")));
        Outcome outcome = Audit.run(servers, plan(2, Progress.NONE));
        assertThat(outcome.faults()).containsOnlyKeys("WEB15a");
        assertThat(outcome.report().servers()).isEqualTo(13);
        assertThat(outcome.report().unreadable())
                .containsExactly(new Unreadable(
                        "WEB15a", "WEB15a", "", "internal error: java.lang.IllegalStateException: planted"));
        assertThat(told(outcome)).anyMatch(finding -> finding.startsWith("WEB21"));
    }

    private static ConfigSource failing(Supplier<Throwable> fault) {
        return (ConfigSource) Proxy.newProxyInstance(
                AuditTest.class.getClassLoader(), new Class<?>[] {ConfigSource.class}, (source, method, arguments) -> {
                    if (method.getName().equals("name") || method.getName().equals("root")) {
                        return "WEB15a";
                    }
                    if (method.getName().equals("environments")) {
                        return Map.of();
                    }
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw fault.get();
                });
    }

    @Test
    void whatIsFoundInSeveralEnvironmentsIsKeptOnceAndNotWithoutEnd() throws Exception {
        ServerAudit audit = new ServerAudit(
                new Verdicts(rules), List.of(), () -> false, new ServerReader(2), new Drift(1), new EnoughMemory());
        Result same = audit.of(servers().get(0));
        Environments environments = new Environments(same.findings().size());
        environments.add("a", same);
        environments.add("b", audit.of(servers().get(0)));
        assertThat(environments.result().findings())
                .hasSameSizeAs(same.findings())
                .allMatch(finding -> finding.holds().environments().equals(List.of("a", "b")));
        assertThat(environments.result().unreadable()).isEmpty();
        environments.add("c", audit.of(servers().get(1)));
        assertThat(environments.result().unreadable())
                .singleElement()
                .matches(it -> it.reason()
                        .startsWith("given up after " + same.findings().size() + " findings that differ"));
    }

    @Test
    void callsOneServerUnreadableThatRunsOutOfMemory() throws Exception {
        List<ConfigSource> servers = new ArrayList<>(servers());
        servers.add(failing(() -> new OutOfMemoryError("planted")));
        Outcome outcome = Audit.run(servers, plan(2, Progress.NONE));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.report().unreadable())
                .containsExactly(new Unreadable(
                        "WEB15a",
                        "WEB15a",
                        "",
                        "out of memory: give Java more, with IISAUDIT_OPTS=-Xmx2g or java -Xmx2g -jar iisaudit.jar"));
        assertThat(told(outcome)).anyMatch(finding -> finding.startsWith("WEB21"));
    }

    @Test
    void triesAServerAgainThatRunsOutOfMemoryBesideOthers() throws Exception {
        ConfigSource whole = servers().get(1);
        AtomicInteger asked = new AtomicInteger();
        ConfigSource second = (ConfigSource) Proxy.newProxyInstance(
                AuditTest.class.getClassLoader(), new Class<?>[] {ConfigSource.class}, (source, method, arguments) -> {
                    if (method.getName().equals("applicationHost") && asked.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("planted");
                    }
                    return method.invoke(whole, arguments);
                });
        List<ConfigSource> both = List.of(servers().get(0), second);
        Outcome outcome = Audit.run(both, plan(1, Progress.NONE));
        assertThat(asked).hasValue(2);
        assertThat(outcome.report().unreadable()).isEmpty();
        assertThat(told(outcome)).isEqualTo(told(Audit.run(servers().subList(0, 2), plan(1, Progress.NONE))));
    }

    @Test
    void callsOneServerUnreadableThatNestsTooDeep() {
        Outcome outcome = Audit.run(List.of(failing(StackOverflowError::new)), plan(1, Progress.NONE));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.report().unreadable())
                .singleElement()
                .satisfies(file ->
                        assertThat(file.reason()).startsWith("nested too deep").contains("-Xss16m"));
    }

    @Test
    void endsWithWhatItHasWhenItIsCancelled() throws Exception {
        Progress afterThree = new Progress() {
            private int done;

            @Override
            public synchronized void done(int files, int findings) {
                done++;
            }

            @Override
            public synchronized boolean isCancelled() {
                return done == 3;
            }
        };
        Outcome outcome = Audit.run(servers(), plan(1, afterThree));
        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.report().servers()).isEqualTo(3);
        assertThat(outcome.report().notices()).contains("interrupted: 3 of 12 servers were audited");
        assertThat(told(outcome)).isNotEmpty().allMatch(finding -> finding.compareTo("WEB13") < 0);
    }

    @Test
    void endsWithinAServerWithWhatItFoundThere() throws Exception {
        Path server = Files.createDirectory(fleet.resolve("WEB22"));
        StringBuilder sites = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            sites.append("<site name=\"S")
                    .append(i)
                    .append("\" id=\"")
                    .append(i + 2)
                    .append("\"/>");
        }
        Files.writeString(server.resolve("applicationHost.config"), ON.replace("</sites>", sites.append("</sites>")));
        Progress afterThreePaths = new Progress() {
            private final AtomicInteger asked = new AtomicInteger();

            @Override
            public boolean isCancelled() {
                boolean isWorker = Thread.currentThread().getName().equals("audit");
                return asked.addAndGet(isWorker ? 1 : 0) > 3;
            }
        };
        List<ConfigSource> one =
                Sources.open(List.of(server.toString()), SourceOptions.DEFAULTS).sources();

        Outcome outcome = Audit.run(one, plan(1, afterThreePaths));
        assertThat(outcome.isComplete()).isFalse();
        assertThat(outcome.report().notices()).contains("interrupted: 0 of 1 servers were audited, WEB22 in part");
        assertThat(told(outcome)).isNotEmpty();
    }

    @Test
    void namesTheSitesThatDifferFromServerToServer() throws Exception {
        Path other = fleet.resolve("WEB14/applicationHost.config");
        Files.writeString(other, ON.replace("enabled=\"true\"", "enabled=\"true\" useKernelMode=\"false\""));
        List<Drift.Site> drift =
                Audit.run(servers(), plan(2, Progress.NONE)).report().drift();
        assertThat(drift).hasSize(1);
        assertThat(drift.get(0).name()).isEqualTo("Intranet");
        assertThat(drift.get(0).variants()).hasSize(2);
        assertThat(drift.get(0).variants().get(0).servers()).hasSize(11);
        assertThat(drift.get(0).variants().get(1).servers()).containsExactly("WEB14");
        assertThat(drift.get(0).variants().get(1).settings().text()).contains("useKernelMode=false");
    }

    @Test
    void reportsWhatTheTriageSaysOfItselfFirst() throws Exception {
        List<Finding> own = new ArrayList<>();
        Triage triage = new Triage() {
            @Override
            public Optional<Finding> judge(Finding finding) {
                own.add(finding);
                return Optional.empty();
            }

            @Override
            public List<Finding> close() {
                return own.subList(own.size() - 1, own.size());
            }
        };
        Plan plan = new Plan(rules, List.of(), triage, 2, Progress.NONE);
        assertThat(Audit.run(servers(), plan).report().findings())
                .hasSize(1)
                .first()
                .isSameAs(own.get(own.size() - 1));
    }
}
