package io.github.iisaudit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    private static Settings read(String yaml) throws SettingsException {
        return SettingsReader.read(".iisaudit.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsException.class)
                .hasMessage(".iisaudit.yml:" + message);
    }

    @Test
    void everyKeyIsRead() throws SettingsException {
        Settings settings = read("""
                fail-on: error
                min-severity: warning
                severity:
                  ntlm-only: note
                  section-locked: off
                skip-rules: [stale-location]
                rules:
                  - my-rules
                ignore:
                  - "*.bak"
                env:
                  SITES: D:\\sites
                suppressions:
                  - rule: ntlm-only
                    path: Intranet/hr
                    reason: the appliance in front speaks NTLM only
                    expires: 2027-03-31
                """);

        assertThat(settings.failOn().orElseThrow().value()).isEqualTo("error");
        assertThat(settings.minSeverity().orElseThrow().value()).isEqualTo("warning");
        assertThat(settings.severities()).hasSize(2);
        assertThat(settings.skippedRules().get(0).value()).isEqualTo("stale-location");
        assertThat(settings.ruleFolders().get(0).value()).isEqualTo("my-rules");
        assertThat(settings.ignored().get(0).value()).isEqualTo("*.bak");
        assertThat(settings.variables().get(0).value().value()).isEqualTo("D:\\sites");
        Settings.Suppression suppression = settings.suppressions().get(0);
        assertThat(suppression.reason().value()).isEqualTo("the appliance in front speaks NTLM only");
        assertThat(suppression.expires().orElseThrow().value()).isEqualTo("2027-03-31");
        assertThat(suppression.expires().orElseThrow().place()).hasToString(".iisaudit.yml:17:14");
        assertThat(settings.entries())
                .extracting(entry -> entry.key() + "=" + entry.value())
                .contains("severity.ntlm-only=note", "rules=my-rules", "suppressions[1].path=Intranet/hr");
    }

    @Test
    void anEmptyFileStatesNothing() throws SettingsException {
        for (String empty : List.of("", "\uFEFF", "# nothing yet\r\n", "---\n", "{}", "~")) {
            assertThat(read(empty)).as(empty).isEqualTo(Settings.NONE);
        }
    }

    @Test
    void byteOrderMarksLineEndsAndWideCharactersDoNotMovePlaces() throws SettingsException {
        Settings settings = read("\uFEFF# \uD83D\uDE00\r\nenv: {\"\uD83D\uDE00\": a}\r\nfail-on: note\r\n");

        assertThat(settings.failOn().orElseThrow().place()).hasToString(".iisaudit.yml:3:10");
        assertThat(settings.failOn().orElseThrow().place().text()).isEqualTo("note");
        assertThat(settings.variables().get(0).value().place().text()).isEqualTo("a");
    }

    @Test
    void whatIsUnknownIsRefusedWithTheNearestName() {
        assertRefused("sevrity: {}", "1:1: unknown key sevrity; did you mean severity?");
        assertRefused("fail-on: note\nfail-on: error", "2:1: a second fail-on; the first is on line 1");
        assertRefused(
                "fail-on: eror", "1:10: fail-on: 'eror' is none of error, warning, note, never; did you mean error?");
        assertRefused("severity: {ntlm-only: x}", "1:23: severity.ntlm-only: 'x' is none of error, warning, note, off");
        assertThatThrownBy(() -> read("completely: wrong"))
                .hasMessageContaining("1:1: unknown key completely; known are fail-on, min-severity");
    }

    @Test
    void whatIsWrongIsRefusedAtItsPlace() {
        assertRefused("- a", "1:1: settings: a map expected, not a list");
        assertRefused("x", "1:1: settings: a map expected, not a text");
        assertRefused("fail-on:", "1:9: fail-on: a text expected, not nothing");
        assertRefused("rules: a", "1:8: rules: a list expected, not a text");
        assertRefused("rules: ['']", "1:9: rules: is empty");
        assertRefused("ignore: ['!a']", "1:10: ignore: '!' is not supported: list what is meant");
        String entry = "suppressions:\n- rule: ntlm-only\n  path: a\n";
        assertRefused(entry, "2:3: suppressions: reason is missing");
        assertRefused(
                entry + "  reason: b\n  expires: 2026-02-30",
                "5:12: expires: '2026-02-30' is no date: write YYYY-MM-DD");
        assertRefused(
                entry + "  reason: b\n  expires: tomorrow", "5:12: expires: 'tomorrow' is no date: write YYYY-MM-DD");
    }

    @Test
    void brokenYamlIsToldInWords() {
        assertRefused("severity:\n\tntlm-only: note", "2:1: a tab cannot indent in YAML: write blanks");
        assertRefused("ignore: [a", "1:11: something before is not closed: a quote, a bracket or a brace");
        assertRefused("fail-on: \"note\n", "2:1: something before is not closed: a quote, a bracket or a brace");
        assertRefused("ignore: [*.bak]", "1:11: '*' and '&' mean something else in YAML: put the text in quotes");
        assertRefused(
                "fail-on: note: x",
                "1:14: ':' is not expected here: indent the line as those around it, or put the text in quotes");
        assertRefused(
                "fail-on: @x",
                "1:10: begins with a character that means something else in YAML: put the text in quotes");
        assertRefused(
                "fail-on: note\nignore:\n- \"a\\u",
                "3:2: is no YAML from here on: look for a backslash in quotes that is no escape");
        assertRefused("fail-on: \u0001", "1:10: the character U+0001 is not allowed in YAML");
    }

    @Test
    void whatYamlCouldBeAbusedForIsRefused() {
        assertRefused("env: &a {}\nseverity: *a", "2:11: aliases (*) are not supported: write the value out");
        assertRefused(
                "fail-on: !!java.net.URL x",
                "1:10: tags (!) are not supported: put the value in quotes if it is meant");
        assertRefused("? [a]\n: b", "1:3: a key can only be a text");
        assertRefused("fail-on: note\n---\nfail-on: note", "2:1: a second document: settings are one");
        assertRefused("ignore: " + "[".repeat(10_000), "1:25: is nested too deeply");
        assertThatThrownBy(() -> SettingsReader.read("x.yml", new byte[SettingsReader.LARGEST + 1]))
                .hasMessage("x.yml: is larger than 1 MiB");
        assertThatThrownBy(() -> SettingsReader.read("x.yml", new byte[] {'a', ':', '\n', (byte) 0xFF}))
                .hasMessage("x.yml:2:1: is not UTF-8 from here on");
    }

    @Test
    void rulesThatThereAreNotAreRefusedOnceAllAreKnown() throws SettingsException {
        List<String> known = List.of("ntlm-only", "stale-location");

        read("skip-rules: [ntlm-only]").refuseUnknownRules(known);
        assertThatThrownBy(() -> read("skip-rules: [ntlm-onyl]").refuseUnknownRules(known))
                .hasMessage(".iisaudit.yml:1:14: there is no rule ntlm-onyl; did you mean ntlm-only?");
        assertThatThrownBy(() -> read("severity: {x: off}").refuseUnknownRules(known))
                .hasMessage(".iisaudit.yml:1:12: there is no rule x; iisaudit rules lists them");
    }
}
