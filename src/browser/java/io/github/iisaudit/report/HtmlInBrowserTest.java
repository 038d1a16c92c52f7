package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pages that people get, in a browser that is installed; {@code -Dbrowser=PROGRAM} names another than Chromium. What they look like
 * is left in target/browser.
 */
class HtmlInBrowserTest {

    private static final Path BROWSER = Path.of(System.getProperty("browser", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target/browser");
    private static final List<Integer> WIDTHS = List.of(1280, 390, 320, 3840);
    private static final Pattern ELSEWHERE = Pattern.compile("^(?!file:|data:|blob:).*");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final String ON = "<windowsAuthentication enabled=\"true\"";

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    /** A page, and the command line that makes it of folders named in {@link #write}. */
    enum Kind {
        SERVER("scan", "examples/applicationHost", "--format", "html"),
        FLEET("scan", "FLEET", "--format", "html"),
        HISTORY("history", "HISTORY", "--format", "html");

        private final String[] command;

        Kind(String... command) {
            this.command = command;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(BROWSER), "there is no browser " + BROWSER + ": skipped");
        copy("fleet/WEB01", "");
        copy("fleet/WEB02", "useKernelMode=\"true\"");
        copy("history/WEB01-2026-03-01", "");
        copy("history/WEB01-2026-03-02", "useKernelMode=\"false\"");
        copy("history/WEB01-2026-04-01", "useAppPoolCredentials=\"true\"");
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(BROWSER)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void end() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** The example with more attributes on each element that switches Windows authentication on. */
    private static void copy(String to, String more) throws Exception {
        Path from = Path.of("examples/applicationHost");
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(to).resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                Files.writeString(copy, more.isEmpty() ? text : text.replace(ON + " />", ON + " " + more + " />"));
            }
        }
    }

    private static Path write(Kind kind) throws Exception {
        String[] command = kind.command.clone();
        command[1] = switch (command[1]) {
            case "FLEET" -> folder.resolve("fleet").toString();
            case "HISTORY" -> folder.resolve("history").toString();
            default -> command[1];
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(command, InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        return Files.write(folder.resolve(kind + ".html"), out.toByteArray());
    }

    /** A page that notes whatever it says to its console and asks of the world. */
    private static final class Opened implements AutoCloseable {

        private final Page page;
        private final List<String> said = new ArrayList<>();

        Opened(Kind kind, int width, ColorScheme scheme) throws Exception {
            page = browser.newPage(
                    new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
            page.onConsoleMessage(message -> said.add(message.text()));
            page.onPageError(said::add);
            page.onRequest(request -> {
                if (ELSEWHERE.matcher(request.url()).matches()) {
                    said.add(request.url());
                }
            });
            page.navigate(write(kind).toUri().toString());
        }

        @Override
        public void close() {
            page.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void it_opens_without_a_word_and_is_printed(Kind kind) throws Exception {
        try (Opened opened = new Opened(kind, 1280, ColorScheme.LIGHT)) {
            byte[] pdf = opened.page.pdf(new Page.PdfOptions().setPath(PICTURES.resolve(kind + ".pdf")));
            assertThat(pdf).hasSizeGreaterThan(10_000);
            opened.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(opened.page
                            .locator(kind == Kind.HISTORY ? "ol.time" : "#list details")
                            .first()
                            .isVisible())
                    .isTrue();
            assertThat(opened.said).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(Kind kind) throws Exception {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                try (Opened opened = new Opened(kind, width, scheme)) {
                    String name = kind + "-" + scheme + "-" + width;
                    opened.page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
                    assertThat((int) opened.page.evaluate("document.documentElement.scrollWidth"))
                            .as(name)
                            .isLessThanOrEqualTo(width);
                    opened.page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
                    assertThat(new AxeBuilder(opened.page)
                                    .analyze().getViolations().stream()
                                            .filter(it -> SERIOUS.contains(it.getImpact()))
                                            .map(HtmlInBrowserTest::told))
                            .as(name)
                            .isEmpty();
                }
            }
        }
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> "\n  " + node.getHtml() + "\n    " + node.getFailureSummary())
                        .toList();
    }

    @Test
    void a_link_narrows_the_findings_to_those_of_a_rule() throws Exception {
        try (Opened opened = new Opened(Kind.SERVER, 1280, ColorScheme.LIGHT)) {
            assertThat(status(opened)).isEqualTo("16 of 16 findings");
            opened.page.evaluate("location.hash = '#only=kernel-mode-preauth-401'");
            opened.page.waitForFunction("document.querySelector('[role=status]').textContent == '3 of 16 findings'");
            opened.page.evaluate("location.hash = '#server=nobody'");
            opened.page.waitForFunction("document.querySelector('[role=status]').textContent == '0 of 16 findings'");
            assertThat(opened.said).isEmpty();
        }
    }

    private static String status(Opened opened) {
        return opened.page.locator("[role=status]").first().textContent();
    }
}
