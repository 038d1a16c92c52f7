package io.github.iisaudit.report;

import static io.github.iisaudit.report.EffectiveReporter.Format.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EffectiveJsonTest {

    private static String compact(String json) {
        return json.replaceAll("\\n *", "");
    }

    @Test
    void theShapeIsThatOfTheContract() {
        assertThat(EffectiveSample.render(JSON, EffectiveSample.unknown("no idea")))
                .isEqualTo("""
                        {
                          "schemaVersion": 1,
                          "servers": [
                            {
                              "name": "WEB01",
                              "root": "snapshots/WEB01",
                              "scopes": [
                                {
                                  "path": "Intranet/hr",
                                  "kind": "application",
                                  "applicationPool": "hr",
                                  "sections": {
                                    "system.webServer/security/authentication/windowsAuthentication": {
                                      "unknown": {
                                        "reason": "no idea"
                                      }
                                    }
                                  }
                                }
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void aValueHasItsOriginAndWhatItOverrode() {
        assertThat(compact(EffectiveSample.render(JSON, EffectiveSample.values())))
                .contains("\"enabled\": {\"value\": true,\"origin\": {\"file\": \"" + Sample.HOST
                        + "\",\"line\": 4,\"column\": 28,\"location\": \"Intranet\"},\"via\": [{\"file\": \""
                        + Sample.HOST
                        + "\",\"line\": 2,\"column\": 26,\"value\": \"false\"}]}")
                .contains("\"useKernelMode\": {\"value\": true,\"origin\": {\"default\": true}}");
    }

    @Test
    void aCollectionHasItsEntriesInOrder() {
        assertThat(compact(EffectiveSample.render(JSON, EffectiveSample.values())))
                .contains("\"providers\": [{\"value\": \"Negotiate\",\"origin\": {\"file\": ")
                .contains("\"modules\": [{\"name\": \"x\",\"image\": \"y.dll\",\"origin\": {\"file\": ")
                .contains("\"none\": []");
    }

    @Test
    void anErrorHasKindCodePlaceAndLock() {
        assertThat(compact(EffectiveSample.render(JSON, EffectiveSample.failing(EffectiveSample.lock()))))
                .contains("{\"error\": {\"kind\": \"section-locked\",\"code\": \"0x80070021\","
                        + "\"message\": \"this section is locked\",\"file\": \"" + Sample.HOST
                        + "\",\"line\": 4,\"lockedBy\": {\"file\": \"" + Sample.HOST + "\",\"line\": 2}}}");
    }

    @Test
    void anErrorOfAnAssumedServerStandsBesideTheValues() {
        assertThat(compact(EffectiveSample.render(
                        JSON, EffectiveSample.assumed(EffectiveSample.values(), EffectiveSample.lock()))))
                .containsSubsequence(
                        "\"attributes\": {\"enabled\"", "\"assumed\": {\"error\": {\"kind\": \"section-locked\"")
                .contains("\"incomplete\": [{\"file\": \"C/x/web.config\",\"reason\": \"not collected\"}]");
    }

    @Test
    void noServersAreAnEmptyList() throws IOException {
        StringWriter out = new StringWriter();
        JSON.reporter(Sample.PLAIN, out, false).end();

        assertThat(compact(out.toString())).isEqualTo("{\"schemaVersion\": 1,\"servers\": []}");
    }
}
