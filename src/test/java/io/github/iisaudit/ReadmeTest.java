package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Main;
import io.github.iisaudit.report.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README.md, the pages in docs and examples show is what the program prints, and what they name exists. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");
    private static final Path DEPLOYMENT = Path.of("examples", "deployment", "README.md");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^\\$ iisaudit (.*)\\n((?:(?!```).*\\n)+)```");

    private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?iisaudit ([a-z][a-z-]*)");

    @Test
    void everyOutputShownIsReal() throws IOException {
        int samples = 0;
        for (Path page : pages()) {
            for (Matcher sample = SAMPLE.matcher(text(page)); sample.find(); samples++) {
                String actual = run(arguments(sample.group(1)));
                for (String part : sample.group(2).split("(?m)^…\\n")) {
                    assertThat(actual).as(page + ": " + sample.group(1)).contains(part.strip());
                }
            }
        }
        assertThat(samples).isGreaterThanOrEqualTo(3);
    }

    /** As shells take them, for which single quotes stand around what has a backslash or a dollar sign. */
    private static String[] arguments(String typed) {
        return Pattern.compile("'[^']*'|[^ ]+")
                .matcher(typed)
                .results()
                .map(it -> it.group().replace("'", ""))
                .toArray(String[]::new);
    }

    @Test
    void everyCommandOnTheExampleIsAnswered() throws IOException {
        int commands = 0;
        for (Matcher line = Pattern.compile("(?m)^iisaudit (.*)$").matcher(text(DEPLOYMENT)); line.find(); commands++) {
            assertThat(run(arguments(line.group(1)))).as(line.group()).contains("useKernelMode");
        }
        assertThat(commands).isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyCommandNamedExists() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            boolean isTyped = false;
            for (String line : text(page).split("\n")) {
                isTyped ^= line.startsWith("```");
                Matcher named = COMMAND.matcher(line);
                if (isTyped && named.find()) {
                    commands.add(named.group(1));
                }
            }
        }
        assertThat(commands)
                .contains(
                        "scan",
                        "effective",
                        "what-if",
                        "fix",
                        "history",
                        "confirm",
                        "kerberos",
                        "transform",
                        "explain",
                        "rules");
        for (String command : commands) {
            assertThat(run(command, "--help")).as(command).contains("Usage: iisaudit " + command);
        }
    }

    @Test
    void everyFormatHasItsRow() throws IOException {
        String page = text(DOCS.resolve("reports.md"));
        List<String> ids = new ArrayList<>();
        for (Format format : Format.values()) {
            ids.add(format.id());
            assertThat(page).containsPattern("(?m)^\\| (`[a-z]+`, )*`" + format.id() + "`[,` a-z]* \\|");
        }
        assertThat(page).contains("`--format " + String.join("|", ids) + "`");
    }

    @Test
    void everyFileLinkedExists() throws IOException {
        for (Path page : pages()) {
            Matcher link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)").matcher(text(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1)))
                        .as(page + " links to it")
                        .exists();
            }
        }
    }

    @Test
    void everyPageOfTheDocumentationIsInItsIndex() throws IOException {
        String index = text(DOCS.resolve("README.md"));
        for (Path page : pages()) {
            if (page.startsWith(DOCS) && !page.endsWith("README.md")) {
                assertThat(index).contains("](" + page.getFileName() + ")");
            }
        }
    }

    /**
     * PowerShell 5.1 knows no {@code &&} and divides {@code -Da.b=c} at its dot; cmd takes single quotes for text. What is left is
     * read alike by both and by a Unix shell.
     *
     * @see <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing">about_Parsing</a>
     */
    @Test
    void whatTheReadmeHasToTypeIsTheSameInEveryShell() throws IOException {
        List<String> typed = Pattern.compile("(?m)^(?:\\$ )?((?:iisaudit|mvn|java) .*)$")
                .matcher(fences(text(README)))
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(typed)
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        command -> assertThat(command).matches("[\\w ./=:-]+").doesNotContainPattern(" -\\w[^ ]*\\."));
    }

    private static String fences(String page) {
        return Pattern.compile("(?s)\n```\n(.*?)\n```")
                .matcher(page)
                .results()
                .map(fence -> fence.group(1))
                .collect(Collectors.joining("\n"));
    }

    /** Details are for the pages: whoever opens the README sees what it answers, a run, how to get it, and two commands. */
    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(text(README).lines()).hasSizeLessThanOrEqualTo(120);
    }

    /** Those of rules are generated, and have a test of their own. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(DOCS)) {
            Stream<Path> pages = docs.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(Stream.of(README, DEPLOYMENT), pages.sorted()).toList();
        }
    }

    private static String text(Path page) throws IOException {
        return Files.readString(page).replace("\r\n", "\n");
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, InputStream.nullInputStream(), out, new ByteArrayOutputStream());
        return out.toString(StandardCharsets.UTF_8);
    }
}
