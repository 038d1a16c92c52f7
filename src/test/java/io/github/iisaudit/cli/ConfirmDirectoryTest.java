package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a directory says of tickets stands beside what evidence says of logons. */
class ConfirmDirectoryTest {

    private static final String SERVER = "examples/applicationHost";

    private static Run confirm(String... more) {
        List<String> line = new ArrayList<>(List.of("confirm"));
        line.addAll(List.of(more));
        line.addAll(List.of("--evidence", "examples/evidence"));
        return Run.of(line.toArray(String[]::new));
    }

    private static Run known(String format) {
        return confirm(
                SERVER,
                "--directory",
                "examples/directory/contoso.ldf",
                "--computer-account",
                "CONTOSO\\WEB01$",
                "--format",
                format);
    }

    @Test
    void each_format_says_whether_kerberos_can_work_and_why() {
        assertThat(known("text").out()).contains("= krb   Kerberos by the directory: works: ");
        assertThat(known("markdown").out()).contains("- Kerberos by the directory: works: ");
        assertThat(known("json").out()).contains("\"kerberos\": {\n            \"verdict\": \"works\",");
    }

    @Test
    void the_verdict_on_the_401_stays() {
        assertThat(known("text").exit()).isEqualTo(confirm(SERVER).exit());
        assertThat(known("text").out()).startsWith("Intranet/hr: confirmed\n");
        assertThat(confirm(SERVER).out()).doesNotContain("Kerberos by the directory");
    }

    @Test
    void without_a_configuration_nobody_knows_which_names_to_look_for() {
        Run run = confirm("--directory", "examples/directory/contoso.ldf");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--directory needs a PATH");
    }

    @Test
    void a_directory_that_cannot_be_read_is_told_and_the_rest_is_done() {
        Run run = confirm(SERVER, "--directory", "LICENSE");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("LICENSE: ");
        assertThat(run.out()).startsWith("Intranet/hr: confirmed\n");
    }
}
