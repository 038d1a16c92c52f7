package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server that is only assumed, a section may be locked or not, and what is said of it holds for both. */
class BothReadingsTest {

    private static final String IF_UNLOCKED =
            "That is so where the server unlocks this section: as on a stock server, IIS"
                    + " answers 500.19 here instead (section-locked).";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        for (String name : new String[] {"shop", "wiki"}) {
            Path site = Files.createDirectories(folder.resolve(name));
            Files.writeString(
                    site.resolve("web.config"),
                    "<configuration><system.webServer><security><authentication><windowsAuthentication enabled='true'/>\n"
                            + "<anonymousAuthentication enabled='false'/></authentication></security>"
                            + "</system.webServer></configuration>");
        }
    }

    private String scan(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "scan";
        all[1] = folder.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return Run.of(all).out().replaceAll("\\s+", " ");
    }

    @Test
    void a_finding_says_what_happens_where_the_section_is_locked() {
        assertThat(scan("--rule", "kernel-mode-preauth-401")).contains(IF_UNLOCKED);
        assertThat(scan("--format", "json")).contains("\"message\": \"" + IF_UNLOCKED + "\"");
    }

    @Test
    void the_question_is_told_once_with_the_two_ways_to_answer_it() {
        assertThat(scan())
                .containsOnlyOnce("Judged as on a stock server")
                .containsOnlyOnce(
                        "--host FILE --site NAME with its applicationHost.config, or host: and site: in .iisaudit.yml")
                .contains("4 warning section-locked");
    }

    @Test
    void a_site_that_is_called_as_a_word_of_the_remedy_asks_no_question_of_its_own() throws Exception {
        for (String name : new String[] {"a", "in", "the", "site"}) {
            Files.move(
                    folder.resolve("shop"),
                    Files.createDirectories(folder.resolve("x")).resolve(name));
            write();
        }
        assertThat(scan())
                .containsOnlyOnce("Judged as on a stock server")
                .containsOnlyOnce(
                        "--host FILE --site NAME with its applicationHost.config, or host: and site: in .iisaudit.yml");
    }

    @Test
    void where_the_server_is_known_there_is_one_reading() throws Exception {
        Path host = folder.resolve("applicationHost.config");
        Files.writeString(
                host,
                "<configuration><configSections><sectionGroup name='system.webServer'><sectionGroup name='security'>"
                        + "<sectionGroup name='authentication'><section name='windowsAuthentication'/>"
                        + "<section name='anonymousAuthentication'/></sectionGroup></sectionGroup></sectionGroup>"
                        + "<sectionGroup name='system.applicationHost'><section name='sites'/></sectionGroup>"
                        + "</configSections><system.applicationHost><sites><site name='S' id='1'><application path='/'>"
                        + "<virtualDirectory path='/' physicalPath='D:\\s'/></application></site></sites>"
                        + "</system.applicationHost></configuration>");
        String out = Run.of("scan", folder.resolve("shop").toString(), "--host", host.toString(), "--site", "S")
                .out();
        assertThat(out).contains("kernel-mode-preauth-401").doesNotContain("section-locked", "That is so where");
    }
}
