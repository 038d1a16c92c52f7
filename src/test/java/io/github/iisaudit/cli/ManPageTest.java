package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManPageTest {

    private static final Path GROFF = Path.of("/usr/bin/groff");

    private final String page = Run.of("man").out();

    @Test
    void hasEveryCommandWithItsOptionsAndExample() {
        assertThat(page)
                .startsWith(".TH \"IISAUDIT\" \"1\" \"\" \"iisaudit ")
                .contains(".SS \"iisaudit scan\"\n")
                .contains(".SS \"iisaudit what\\-if\"\n")
                .contains(".SS \"iisaudit rules test\"\n")
                .contains("\\fB\\-\\-fail\\-on\\fR=\\fISEVERITY\\fR\n")
                .contains("(default: warning)\n")
                .contains("what %NAME% in")
                .contains("iisaudit what\\-if snapshots/WEB01 \\-\\-path Intranet")
                .doesNotContain("iisaudit rules docs");
    }

    @Test
    void saysNothingThatRoffWouldObeyByMistake() {
        assertThat(page.lines()).noneMatch(line -> line.startsWith("'"));
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|SY|YS|TP|PP|RS|RE|EX|EE)( .*)?"));
        assertThat(page).contains("DOMAIN\\euser").doesNotContain("${", "%%");
    }

    @Test
    void isReadByGroffWithoutAWarning(@TempDir Path folder) throws Exception {
        assumeThat(GROFF).exists();
        Path file = Files.writeString(folder.resolve("iisaudit.1"), page);
        Process process = new ProcessBuilder(GROFF.toString(), "-man", "-ww", "-z", "-Tutf8", file.toString())
                .redirectErrorStream(true)
                .start();
        String warnings = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(warnings).isEmpty();
    }
}
