package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.fix.Deed;
import io.github.iisaudit.fix.Mended;
import io.github.iisaudit.fix.ServerFix;
import io.github.iisaudit.rule.HostileNames;
import io.github.iisaudit.xml.Quoting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a path or a server is called, it is one word of a script, or in none. */
class FixScriptTest {

    private static final Presentation PLAIN = Presentation.plain("1");
    private static final String SECTION = "system.webServer/security/authentication/windowsAuthentication";

    private static List<Deed> deeds(String name) {
        return List.of(
                new Deed.SetAttributes(name, SECTION, Map.of("useKernelMode", false)),
                new Deed.RemoveLocation(name),
                new Deed.OrderProviders(name, List.of("NTLM", name), List.of(name, "NTLM")));
    }

    private static FixReport.Server server(String name, Deed deed) {
        Mended mended = new Mended(Optional.empty(), "it", List.of(), Optional.of(deed));
        return new FixReport.Server(new ServerFix(name, name, List.of(mended), List.of(), List.of(), true), "");
    }

    private static String script(FixFormat format, FixReport.Server... servers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.render(new FixReport(List.of(servers)), PLAIN, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_hostile_path_is_the_same_word_wherever_it_stands() throws IOException {
        assertThat(HostileNames.ALL).hasSizeGreaterThanOrEqualTo(50);
        for (String name : HostileNames.ALL) {
            for (int i = 0; i < deeds(name).size(); i++) {
                holds(
                        FixFormat.APPCMD,
                        Quoting.APPCMD,
                        name,
                        deeds(name).get(i),
                        deeds("plain").get(i));
                holds(
                        FixFormat.POWERSHELL,
                        Quoting.POWERSHELL,
                        name,
                        deeds(name).get(i),
                        deeds("plain").get(i));
            }
        }
    }

    private static void holds(FixFormat format, Quoting quoting, String name, Deed deed, Deed plain)
            throws IOException {
        String script = script(format, server("S", deed));
        Optional<String> word = quoting.word(name);
        if (word.isEmpty()) {
            assertThat(script).as(name).contains("nothing to do").hasLineCount(1);
        } else {
            String other = quoting.word("plain").orElseThrow();
            assertThat(script.replace(word.get(), other)).as(name).isEqualTo(script(format, server("S", plain)));
        }
    }

    @Test
    void a_hostile_server_has_no_part_of_a_script_or_is_one_word_in_it() throws IOException {
        for (String name : HostileNames.ALL) {
            Deed deed = deeds("plain").get(0);
            for (Quoting quoting : List.of(Quoting.APPCMD, Quoting.POWERSHELL)) {
                FixFormat format = quoting == Quoting.APPCMD ? FixFormat.APPCMD : FixFormat.POWERSHELL;
                String script = script(format, server(name, deed), server("OTHER", deed));
                assertThat(script).as(name).contains(quoting.word("OTHER").orElseThrow());
                Optional<String> word = quoting.word(name);
                word.ifPresent(it -> assertThat(script).contains(it));
                assertThat(script.lines()
                                .filter(line -> line.contains("useKernelMode"))
                                .count())
                        .isEqualTo(script(format, server("A", deed), server("OTHER", deed))
                                        .lines()
                                        .filter(line -> line.contains("useKernelMode"))
                                        .count()
                                / (word.isEmpty() ? 2 : 1));
            }
        }
    }

    @Test
    void a_script_looks_before_it_writes_and_saves_before_it_changes() throws IOException {
        String script = script(FixFormat.APPCMD, server("S", deeds("Site/app").get(0)));
        assertThat(script)
                .containsSubsequence(
                        "list config \"Site/app\"",
                        "if /i \"%NOW%\"==\"true\" set \"DO=1\"",
                        "add backup",
                        "set config \"Site/app\"",
                        "The way back: appcmd set config \"Site/app\"",
                        "/useKernelMode:\"True\"",
                        "restore backup");
        assertThat(script.lines().filter(line -> line.contains("%APPCMD%\" set config")))
                .allMatch(line -> line.startsWith("if defined DO "));
    }
}
