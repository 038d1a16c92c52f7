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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README.md shows is what the program prints. */
class ReadmeTest {

    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^\\$ .*java -jar target/iisaudit.jar (.*)\\n((?:(?!```).*\\n)+)```");

    @Test
    void everyOutputShownIsReal() throws IOException {
        int samples = 0;
        for (Matcher sample = SAMPLE.matcher(readme()); sample.find(); samples++) {
            String actual = run(sample.group(1).split(" "));
            for (String part : sample.group(2).split("(?m)^…\\n")) {
                assertThat(actual).as(sample.group(1)).contains(part.strip());
            }
        }
        assertThat(samples).isEqualTo(3);
    }

    @Test
    void everyCommandNamedExists() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher named = Pattern.compile("(?m)^iisaudit ([a-z-]+)").matcher(readme());
        while (named.find()) {
            commands.add(named.group(1));
        }
        assertThat(commands).contains("scan", "effective", "what-if", "explain", "rules");
        for (String command : commands) {
            assertThat(run(command, "--help")).as(command).contains("Usage: iisaudit " + command);
        }
    }

    @Test
    void everyCommandIsNamed() throws IOException {
        Matcher named = Pattern.compile("(?m)^  ([a-z-]+) {2,}[A-Z]").matcher(run("--help"));
        int commands = 0;
        for (; named.find(); commands++) {
            assertThat(readme()).contains("\niisaudit " + named.group(1) + " ");
        }
        assertThat(commands).isGreaterThan(5);
    }

    @Test
    void everyFormatHasItsRow() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Format format : Format.values()) {
            ids.add(format.id());
            assertThat(readme()).containsPattern("(?m)^\\| (`[a-z]+`, )*`" + format.id() + "`[,` a-z]* \\|");
        }
        assertThat(readme()).contains("`--format " + String.join("|", ids) + "`");
    }

    @Test
    void everyFileLinkedExists() throws IOException {
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme());
        Stream.Builder<String> targets = Stream.builder();
        while (link.find()) {
            targets.add(link.group(1));
        }
        assertThat(targets.build())
                .allSatisfy(target -> assertThat(Path.of(target)).exists());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, InputStream.nullInputStream(), out, new ByteArrayOutputStream());
        return out.toString(StandardCharsets.UTF_8);
    }
}
