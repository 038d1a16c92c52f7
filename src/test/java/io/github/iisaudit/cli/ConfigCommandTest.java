package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    @TempDir
    Path folder;

    private Run config(String settings, String... more) throws IOException {
        Path file = folder.resolve("s.yml");
        Files.writeString(file, settings);
        String[] args = new String[more.length + 3];
        args[0] = "config";
        args[1] = "--config";
        args[2] = file.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Run.of(args);
    }

    @Test
    void everyValueIsShownWithItsOrigin() throws IOException {
        Run run = config(
                "fail-on: error\nmin-severity: warning\nskip-rules: [ntlm-only]\nenv: {A: x}\n",
                "--fail-on",
                "never",
                "--skip-rule",
                "stale-location",
                "--env",
                "B=y");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^fail-on +never +command line --fail-on, over .*s\\.yml:1$")
                .containsPattern("(?m)^min-severity +warning +.*s\\.yml:2$")
                .containsPattern("(?m)^skip-rules +ntlm-only +.*s\\.yml:3$")
                .containsPattern("(?m)^skip-rules +stale-location +command line --skip-rule$")
                .containsPattern("(?m)^env\\.A +x +.*s\\.yml:4$")
                .containsPattern("(?m)^env\\.B +y +command line --env$")
                .containsPattern("(?m)^ignore +none +default$");
    }

    @Test
    void jsonNamesLineAndColumn() throws IOException {
        assertThat(config("fail-on: error", "--format", "json").out())
                .containsPattern(
                        "(?s)\"value\": \"error\",\\s+\"origin\": \"file\",\\s+\"file\": \".*s.yml\",\\s+\"line\": 1,\\s+\"column\": 10")
                .containsPattern("(?s)\"key\": \"ignore\",\\s+\"value\": \"none\",\\s+\"origin\": \"default\"");
    }

    @Test
    void whatADeploymentPutsInIsHiddenWhereItIsSecret() throws IOException {
        String settings =
                "severity: {password-in-clear-text: error}\nenv: {DB_PASSWORD: planted, A: x}\nenvironments:\n"
                        + "  P: {variables: {DbPassword: planted, B: 'Pwd=planted', C: y}, parameters: {Api Key: planted}}\n";
        Run run = config(settings, "--env", "TOKEN=planted");
        assertThat(run.out())
                .doesNotContain("planted")
                .containsPattern("(?m)^severity.password-in-clear-text +error ")
                .containsPattern("(?m)^env\\.DB_PASSWORD +\\*\\*\\* ")
                .containsPattern("(?m)^environments\\.P\\.variables\\.C +y ");
        assertThat(config(settings, "--format", "json").out()).doesNotContain("planted");
    }

    @Test
    void whatScanWouldRefuseIsRefused() throws IOException {
        assertThat(config("skip-rules: [ntlm-onyl]").err()).contains(":1:14: there is no rule ntlm-onyl");
        assertThat(config("", "--skip-rule", "ntlm-onyl").exit()).isEqualTo(2);
        assertThat(Run.of("config", "--no-config").out()).startsWith("no settings file\n\nfail-on ");
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(Run.of("config", "--schema").out()).contains("\"$schema\"", "\"additionalProperties\": false");
    }
}
