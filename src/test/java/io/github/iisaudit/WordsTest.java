package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: what a service does with a ticket is to decrypt it, as Microsoft says. */
class WordsTest {

    private static final Pattern OPENED =
            Pattern.compile("(?i)\\bopen(s|ed|ing)?\\s+((the|these|its|their)\\s+)?((Kerberos|service)\\s+)?tickets?\\b"
                    + "|\\btickets?\\s+(are|is|be)\\s+opened\\b");

    private static List<Path> texts(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    @Test
    void ticketsAreDecryptedWhereverSomebodyReadsOfThem() throws IOException {
        for (Path file : Stream.of(
                        texts("rules", ".xml"),
                        texts("docs", ".md"),
                        texts("examples", ".md"),
                        texts("src/test/resources/golden", ""),
                        List.of(Path.of("README.md")))
                .flatMap(List::stream)
                .filter(Files::isRegularFile)
                .toList()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(OPENED);
        }
    }

    @Test
    void ticketsAreDecryptedInWhatTheProgramSays() throws IOException {
        for (Path file : texts("src/main/java", ".java")) {
            for (String line : Files.readAllLines(file)) {
                String code = line.strip();
                if (code.contains("\"") && !code.startsWith("*") && !code.startsWith("/")) {
                    assertThat(line).as(file.toString()).doesNotContainPattern(OPENED);
                }
            }
        }
    }
}
