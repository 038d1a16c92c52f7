package io.github.iisaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.OneByOne.Part;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetJson;
import io.github.iisaudit.report.FleetSummary;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.Report;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.SharedNames;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ServerFiles;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OneByOneTest {

    private List<Rule> rules = List.of();

    @BeforeEach
    void takeAllRules() throws Exception {
        rules = RuleCatalogue.of(List.of(), section -> true).rules();
    }

    private static ConfigSource server(String name, String user, boolean kernelMode) throws SourceException {
        String host = """
                <configuration>
                  <configSections>
                    <sectionGroup name="system.applicationHost">
                      <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
                    </sectionGroup>
                    <sectionGroup name="system.webServer"><sectionGroup name="security">
                      <sectionGroup name="authentication">
                        <section name="windowsAuthentication" overrideModeDefault="Deny"/>
                      </sectionGroup>
                    </sectionGroup></sectionGroup>
                  </configSections>
                  <system.applicationHost>
                    <applicationPools>
                      <add name="p"><processModel identityType="SpecificUser" userName="%s" password="x"/></add>
                    </applicationPools>
                    <sites>
                      <site name="Intranet" id="1">
                        <application path="/" applicationPool="p">
                          <virtualDirectory path="/" physicalPath="C:\\web"/>
                        </application>
                        <bindings>
                          <binding protocol="http" bindingInformation="*:80:intranet.contoso.com"/>
                          <binding protocol="http" bindingInformation="*:80:%s.contoso.com"/>
                        </bindings>
                      </site>
                    </sites>
                  </system.applicationHost>
                  <system.webServer>
                    <security><authentication>
                      <windowsAuthentication enabled="true" useKernelMode="%s" useAppPoolCredentials="true">
                        <providers><add value="Negotiate"/></providers>
                      </windowsAuthentication>
                    </authentication></security>
                  </system.webServer>
                </configuration>
                """.formatted(user, name, kernelMode);
        ServerFiles files = new ServerFiles(name, Map.of("applicationHost.config", host.getBytes(UTF_8)));
        return Sources.of(files, SourceOptions.DEFAULTS).sources().get(0);
    }

    private static List<ConfigSource> fleet(Random random) throws SourceException {
        List<ConfigSource> fleet = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            fleet.add(server("WEB" + i, "CONTOSO\\svc-" + random.nextInt(3), random.nextBoolean()));
        }
        return fleet;
    }

    private static List<String> texts(Iterable<Finding> findings) {
        List<String> texts = new ArrayList<>();
        findings.forEach(it -> texts.add(it.server() + " " + it.rule().id() + " " + it.place() + " " + it.message()
                + " " + it.paths() + " " + it.fingerprint()));
        return texts;
    }

    /** What all servers share, of parts in whatever order, each name by itself: lists for one server each. */
    private List<List<Finding>> shared(List<Part> parts) {
        Map<String, SharedNames> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            part.names()
                    .byName()
                    .forEach((name, claims) -> byName.computeIfAbsent(name, n -> new SharedNames(rules))
                            .add(claims));
        }
        List<List<Finding>> shared = new ArrayList<>();
        byName.values().forEach(names -> shared.addAll(names.findings()));
        return shared;
    }

    /** In two halves, wherever that is cut. */
    private static FleetSummary summary(List<Part> parts, List<List<Finding>> shared, int cut) {
        FleetSummary left = new FleetSummary();
        FleetSummary right = new FleetSummary();
        for (Part part : parts) {
            FleetSummary all = new FleetSummary();
            for (List<Finding> more : shared) {
                if (more.get(0).server().equals(part.server())) {
                    all.addOfSame(FleetSummary.ofFindings(more));
                }
            }
            (parts.indexOf(part) < cut ? left : right).add(part.summary().addOfSame(all));
        }
        return left.add(right);
    }

    private static JsonNode json(FleetSummary summary, Drift drift) throws IOException {
        StringWriter out = new StringWriter();
        FleetJson.summary("1", summary, drift.sites(), out);
        return JsonMapper.shared().readTree(out.toString());
    }

    private static JsonNode json(Report report) throws IOException {
        StringWriter out = new StringWriter();
        Format.JSON.reporter(Presentation.plain("1")).render(report, out);
        return JsonMapper.shared().readTree(out.toString());
    }

    private static List<String> causes(JsonNode summary) {
        List<String> causes = new ArrayList<>();
        summary.path("causes")
                .forEach(it -> causes.add(
                        it.path("rule").asString() + " " + it.path("findings").asInt() + " on "
                                + it.path("servers").asInt()));
        Collections.sort(causes);
        return causes;
    }

    private static List<String> causes(Report report) {
        Map<String, Integer> findings = new TreeMap<>();
        Map<String, Set<String>> servers = new TreeMap<>();
        for (Finding finding : report.reported()) {
            String rule = finding.rule().id();
            findings.merge(rule, 1, Integer::sum);
            servers.computeIfAbsent(rule, r -> new TreeSet<>()).add(finding.server());
        }
        List<String> causes = new ArrayList<>();
        findings.forEach((rule, count) ->
                causes.add(rule + " " + count + " on " + servers.get(rule).size()));
        return causes;
    }

    @Test
    void servers_in_any_order_are_put_together_to_what_an_audit_of_all_gives() throws Exception {
        Random random = new Random(5);
        boolean isShared = false;
        for (int round = 0; round < 10; round++) {
            List<ConfigSource> fleet = fleet(random);
            OneByOne audit = new OneByOne(rules);
            List<Part> parts = new ArrayList<>();
            fleet.forEach(server -> parts.add(audit.of(server)));
            Collections.shuffle(parts, random);

            List<List<Finding>> shared = shared(parts);
            isShared |= !shared.isEmpty();
            List<Finding> findings = new ArrayList<>();
            shared.forEach(findings::addAll);
            Drift drift = new Drift(2);
            for (Part part : parts) {
                findings.addAll(part.findings());
                part.drift().values().forEach(drift::add);
            }

            try (Outcome outcome = Audit.run(fleet, Plan.of(rules))) {
                JsonNode whole = json(outcome.report());
                assertThat(texts(findings))
                        .containsExactlyInAnyOrderElementsOf(
                                texts(outcome.report().findings()));
                JsonNode parted = json(summary(parts, shared, random.nextInt(parts.size())), drift);
                assertThat(parted.path("notices")).isEqualTo(whole.path("notices"));
                assertThat(parted.path("drift")).isEqualTo(whole.path("drift"));
                assertThat(parted.path("summary").path("withFindings").asInt()).isEqualTo(fleet.size());
                for (String count :
                        List.of("servers", "files", "scopes", "errors", "warnings", "notes", "unreadable")) {
                    assertThat(parted.path("summary").path(count))
                            .as(count)
                            .isEqualTo(whole.path("summary").path(count));
                }
                assertThat(causes(parted)).isEqualTo(causes(outcome.report()));
            }
        }
        assertThat(isShared).as("a name that several accounts claim").isTrue();
    }
}
