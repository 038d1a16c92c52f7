package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AspNetSectionsTest {

    private static final String IMPERSONATION = "<system.web><identity impersonate=\"true\"/></system.web>";

    @TempDir
    Path server;

    private JsonNode findings(String host, String web) throws IOException {
        Files.writeString(server.resolve("applicationHost.config"), """
                <configuration>
                  <configSections><sectionGroup name="system.applicationHost">
                    <section name="applicationPools"/><section name="sites"/></sectionGroup></configSections>
                  <system.applicationHost>
                    <applicationPools><add name="Pool"/></applicationPools>
                    <sites><site name="Site" id="1"><application path="/" applicationPool="Pool">
                      <virtualDirectory path="/" physicalPath="C:\\site"/></application>
                      <bindings><binding protocol="http" bindingInformation="*:80:"/></bindings></site></sites>
                  </system.applicationHost>
                  %s
                </configuration>
                """.formatted(host));
        Path site = Files.createDirectories(server.resolve("C/site"));
        Files.writeString(site.resolve("web.config"), "<configuration>" + web + "</configuration>");
        Run run = Run.of("scan", server.toString(), "--format", "json");
        return new ObjectMapper().readTree(run.out()).get("findings");
    }

    @Test
    void inApplicationHostTheyAreNotKnownToBeRead() throws IOException {
        JsonNode finding = findings("<location path=\"Site\">" + IMPERSONATION + "</location>", "")
                .get(0);

        assertThat(finding.get("rule").asString()).isEqualTo("impersonation-in-integrated-pipeline");
        assertThat(finding.get("confidence").asString()).isEqualTo("medium");
        assertThat(finding.get("notes").toString()).contains("whether ASP.NET reads its sections there is not known");
    }

    @Test
    void inWebConfigTheyAre() throws IOException {
        JsonNode finding = findings("", IMPERSONATION).get(0);

        assertThat(finding.get("confidence").asString()).isEqualTo("high");
        assertThat(finding.get("notes").toString()).doesNotContain("not known");
    }
}
