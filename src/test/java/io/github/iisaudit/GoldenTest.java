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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One run of everything over the example server, compared to the byte. What a run gives is left in {@code target/golden}; where a
 * change is meant, {@code cp target/golden/* src/test/resources/golden/}.
 */
class GoldenTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "golden");
    private static final Path ACTUAL = Path.of("target", "golden");

    /** The golden of each format of a report, and of what other commands print. */
    static Stream<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>(List.of(
                Arguments.of("effective.txt", "effective examples/applicationHost --path Intranet/hr"),
                Arguments.of("effective.json", "effective examples/applicationHost --path Careers --format json"),
                Arguments.of("what-if.txt", "what-if examples/applicationHost --set useKernelMode=false"),
                Arguments.of("rules.txt", "rules")));
        for (Format format : Format.values()) {
            runs.add(Arguments.of(golden(format), "scan examples/applicationHost --format " + format.id()));
        }
        return runs.stream();
    }

    /** {@code scan.html} or {@code scan.github.txt}, whichever is there. */
    private static String golden(Format format) {
        String id = format == Format.TEXT ? "txt" : format == Format.MARKDOWN ? "md" : format.id();
        String[] names = EXPECTED.toFile().list((folder, name) -> (name + ".").startsWith("scan." + id + "."));
        return names == null || names.length == 0 ? "scan." + id : names[0];
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theExampleServerGives(String file, String command) throws IOException {
        String actual = run(command.split(" "));
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(file), actual);

        assertThat(EXPECTED.resolve(file)).as("the golden of: " + command).exists();
        assertThat(actual).isEqualTo(Files.readString(EXPECTED.resolve(file)));
    }

    /** The output of a run, with the version of the program left out. */
    private static String run(String... args) {
        return print(args).replace(print("--version").replace("iisaudit ", "").strip(), "VERSION");
    }

    private static String print(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, InputStream.nullInputStream(), out, new ByteArrayOutputStream());
        return out.toString(StandardCharsets.UTF_8);
    }
}
