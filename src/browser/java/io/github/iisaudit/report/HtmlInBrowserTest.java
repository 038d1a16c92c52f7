package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the example server in a browser that is installed; {@code -Dbrowser=PROGRAM} names another than Chromium. */
class HtmlInBrowserTest {

    private static final Path BROWSER = Path.of(System.getProperty("browser", "/usr/bin/chromium"));
    private static final Pattern ASKED = Pattern.compile("CONSOLE|https?://");

    @TempDir
    static Path folder;

    private static Path page;

    private record Shown(String dom, String log) {}

    @BeforeAll
    static void writeThePage() throws Exception {
        assumeTrue(Files.isExecutable(BROWSER), "there is no browser " + BROWSER + ": skipped");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] scan = {"scan", "examples/applicationHost", "--format", "html"};
        Main.run(scan, InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        page = Files.write(folder.resolve("page.html"), out.toByteArray());
    }

    private static Shown show(String hash, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                BROWSER.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=3000"));
        command.addAll(List.of(options));
        command.add(page.toUri() + hash);
        Path dom = folder.resolve("dom");
        Path log = folder.resolve("log");
        int exit = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        return new Shown(Files.readString(dom), Files.readString(log));
    }

    @Test
    void it_opens_without_a_word_and_shows_all_findings() throws Exception {
        Shown shown = show("", "--dump-dom");
        assertThat(shown.dom()).contains("<html lang=\"en\" class=\"on\">", "role=\"status\">16 of 16 findings<");
        assertThat(shown.log().lines().filter(line -> ASKED.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void a_link_narrows_the_findings_to_those_of_a_rule() throws Exception {
        assertThat(show("#only=kernel-mode-preauth-401", "--dump-dom").dom())
                .contains("role=\"status\">3 of 16 findings<");
        assertThat(show("#server=nobody", "--dump-dom").dom()).contains("role=\"status\">0 of 16 findings<");
    }

    @Test
    void it_can_be_printed_and_looked_at_at_any_width() throws Exception {
        Path pdf = folder.resolve("page.pdf");
        show("", "--print-to-pdf=" + pdf);
        assertThat(pdf).isNotEmptyFile();
        for (String size : List.of("1280,1400", "500,1400", "3840,2160")) {
            Path picture = folder.resolve("page-" + size + ".png");
            show("", "--window-size=" + size, "--screenshot=" + picture);
            assertThat(Files.size(picture)).isGreaterThan(10_000);
        }
    }
}
