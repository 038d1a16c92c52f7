package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says of packages and files is so. */
class ArchitecturePageTest {

    private static final Path PROGRAM = Path.of("src", "main", "java", "io", "github", "iisaudit");

    @Test
    void namesEveryPackage() throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.list(PROGRAM)) {
            files.filter(Files::isDirectory)
                    .forEach(folder -> packages.add(folder.getFileName().toString()));
        }
        TreeSet<String> named = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z]+)` \\|").matcher(page());
        while (row.find()) {
            named.add(row.group(1));
        }
        assertThat(named)
                .as("the rows of docs/architecture.md, one for each package")
                .isEqualTo(packages);
    }

    @Test
    void countsTheFilesThatAChangeTouches() throws IOException {
        Matcher row = Pattern.compile("(?m)^\\|[^|]+\\| (\\d+) \\|(.*)\\|$").matcher(page());
        int rows = 0;
        for (; row.find(); rows++) {
            List<String> files = quoted(row.group(2));
            assertThat(files).as(row.group()).hasSize(Integer.parseInt(row.group(1)));
            assertThat(files).allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
        }
        assertThat(rows).isGreaterThan(7);
    }

    @Test
    void namesClassesAndTestsThatThereAre() throws IOException {
        for (String name : quoted(page())) {
            if (name.matches("[a-z]+/\\w+\\.java")) {
                assertThat(PROGRAM.resolve(name)).isRegularFile();
            } else if (name.endsWith("Test")) {
                try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
                    assertThat(files).anyMatch(file -> file.endsWith(name + ".java"));
                }
            }
        }
    }

    private static List<String> quoted(String text) {
        List<String> quoted = new ArrayList<>();
        Matcher code = Pattern.compile("`([^`\n]+)`").matcher(text);
        while (code.find()) {
            quoted.add(code.group(1));
        }
        return quoted;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "architecture.md"));
    }
}
