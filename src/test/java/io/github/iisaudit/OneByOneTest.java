package io.github.iisaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit.Outcome;
import io.github.iisaudit.Audit.Plan;
import io.github.iisaudit.OneByOne.Part;
import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.fleet.Notices;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    /** What all servers share, of parts in whatever order, each name by itself. */
    private List<Finding> shared(List<Part> parts) {
        Map<String, SharedNames> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            part.names()
                    .byName()
                    .forEach((name, claims) -> byName.computeIfAbsent(name, n -> new SharedNames(rules))
                            .add(claims));
        }
        List<Finding> shared = new ArrayList<>();
        byName.values().forEach(names -> names.findings().forEach(shared::addAll));
        return shared;
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

            List<Finding> findings = shared(parts);
            isShared |= !findings.isEmpty();
            Notices notices = new Notices();
            Drift drift = new Drift(2);
            for (Part part : parts) {
                findings.addAll(part.findings());
                notices.add(part.server(), part.notices());
                part.drift().values().forEach(drift::add);
            }

            try (Outcome outcome = Audit.run(fleet, Plan.of(rules))) {
                Report report = outcome.report();
                assertThat(texts(findings)).containsExactlyInAnyOrderElementsOf(texts(report.findings()));
                assertThat(notices.sentences(true)).isEqualTo(report.notices());
                assertThat(drift.sites()).isEqualTo(report.drift());
            }
        }
        assertThat(isShared).as("a name that several accounts claim").isTrue();
    }
}
