package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example server with the export of its domain: what is certain then. */
class KerberosExampleTest {

    private static Run run(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "examples/applicationHost"));
        arguments.addAll(List.of("--directory", "examples/directory/contoso.ldf"));
        arguments.addAll(List.of("--computer-account", "CONTOSO\\WEB01$"));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private static JsonNode whatIf(String path, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--path", path, "--format", "json"));
        return JsonMapper.shared()
                .readTree(run("what-if", arguments.toArray(String[]::new)).out())
                .path("servers")
                .path(0)
                .path("applications")
                .path(0);
    }

    @Test
    void theOneFaultIsFound() {
        Run run = run("kerberos");
        assertThat(run.out()).contains("Portal/orders: wrong-account", "Intranet/hr: works", "Reports: works");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aNameThatOthersNeedToCannotMove() {
        JsonNode hr = whatIf("Intranet/hr", "--set", "useKernelMode=false");
        assertThat(hr.path("verdict").asString()).isEqualTo("breaks");
        assertThat(hr.path("reason").asString())
                .contains("HTTP/intranet.contoso.com is on CONTOSO\\WEB01$", "CONTOSO\\svc-hr decrypts", ".config:785");
        assertThat(hr.toString()).contains("2008-02-28").doesNotContain("setspn -D");
    }

    @Test
    void theAccountThatHoldsTheNameBeginsToOpenTickets() {
        JsonNode orders = whatIf("Portal/orders", "--set", "useKernelMode=false");
        assertThat(orders.path("verdict").asString()).isEqualTo("fixes");
        assertThat(orders.path("reason").asString())
                .contains("Kerberos works then", "CONTOSO\\gmsa-portal$, which decrypts", ".config:820");
        assertThat(orders.toString())
                .contains("CONTOSO\\\\WEB01$ may (constrained to MSSQLSvc/sql01.contoso.com:1433) now");
    }

    @Test
    void namesMoveWithTheAccountWhereNobodyElseNeedsThem() {
        JsonNode reports = whatIf("Reports", "--set-pool-identity", "SpecificUser:CONTOSO\\svc-bi");
        assertThat(reports.path("verdict").asString()).isEqualTo("spn-move-needed");
        assertThat(reports.path("reason").asString())
                .contains("HTTP/reports is on CONTOSO\\svc-reports", "CONTOSO\\svc-bi decrypts", ".config:832");
        assertThat(reports.toString()).contains("setspn -S HTTP/reports CONTOSO\\\\svc-bi");
    }

    @Test
    void whatStaysAsItIsStaysSo() {
        JsonNode timesheet = whatIf("Intranet/timesheet", "--set", "useKernelMode=false");
        assertThat(timesheet.path("verdict").asString()).isEqualTo("no-change");
        assertThat(timesheet.path("reason").asString())
                .contains("useKernelMode is false already", "CONTOSO\\WEB01$ decrypts", ".config:796");
    }

    @Test
    void itIsSaidThatTheComputerHasToBeNamed() {
        for (String command : List.of("scan", "what-if", "confirm")) {
            List<String> arguments = new ArrayList<>(List.of(command, "examples/applicationHost"));
            arguments.addAll(List.of("--directory", "examples/directory/contoso.ldf"));
            if (command.equals("confirm")) {
                arguments.addAll(List.of("--evidence", "examples/evidence"));
            }
            assertThat(Run.of(arguments.toArray(String[]::new)).err())
                    .as(command)
                    .contains(
                            "applicationHost: the account of the computer is not known",
                            "--computer-account DOMAIN\\NAME$");
        }
        assertThat(run("what-if").err()).doesNotContain("account of the computer");
        assertThat(Run.of("what-if", "examples/applicationHost").err()).doesNotContain("account of the computer");
    }

    @Test
    void aSourceThatCannotBeReadIsOneLineAndTheRestIsDone() {
        Run run = run("what-if", "--set", "useKernelMode=false", "--directory", "pom.xml");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("pom.xml: it is none of the forms that are known");
        assertThat(run.out()).contains("Portal/orders");
    }

    @Test
    void scanFindsWhatTheDirectoryTells() {
        Run run = run("scan", "--format", "csv");
        assertThat(run.out())
                .contains("spn-on-other-account", "ticket-account-without-aes", "delegation-missing")
                .doesNotContain("spn-missing", "spn-duplicate", "ticket-account-disabled");
        assertThat(Run.of("scan", "examples/applicationHost", "--format", "csv").out())
                .doesNotContain("spn-on-other-account", "ticket-account", "delegation-missing");
    }

    @Test
    void scanGoesOnWithoutASourceThatCannotBeRead() {
        Run run = run("scan", "--directory", "pom.xml");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("pom.xml: it is none of the forms that are known");
        assertThat(run.out()).contains("spn-on-other-account");
    }
}
