package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One run of everything over the example server, compared to the byte. What a run gives is left in {@code target/golden}; where a
 * change is meant, {@code cp target/golden/* src/test/resources/golden/}.
 */
class GoldenTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "golden");
    private static final Path ACTUAL = Path.of("target", "golden");

    @ParameterizedTest
    @CsvSource({
        "scan.txt, scan examples/applicationHost",
        "scan.json, scan examples/applicationHost --format json",
        "scan.sarif, scan examples/applicationHost --format sarif",
        "scan.github.txt, scan examples/applicationHost --format github",
        "scan.gitlab.json, scan examples/applicationHost --format gitlab",
        "scan.azure.txt, scan examples/applicationHost --format azure",
        "scan.junit.xml, scan examples/applicationHost --format junit",
        "scan.checkstyle.xml, scan examples/applicationHost --format checkstyle",
        "scan.md, scan examples/applicationHost --format markdown",
        "scan.csv, scan examples/applicationHost --format csv",
        "effective.txt, effective examples/applicationHost --path Intranet/hr",
        "effective.json, effective examples/applicationHost --path Careers --format json",
        "what-if.txt, what-if examples/applicationHost --set useKernelMode=false",
        "rules.txt, rules"
    })
    void theExampleServerGives(String file, String command) throws IOException {
        String actual = run(command.split(" "));
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(file), actual);

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
