package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    Path folder;

    @Test
    void oneRunWritesEveryFormatAsStandardOutputHasIt() throws IOException {
        List<String> args = new ArrayList<>(List.of("scan", "examples/applicationHost"));
        for (Format format : Format.values()) {
            args.addAll(List.of("--output", format.id() + "=" + folder.resolve(format.id())));
        }

        assertThat(Run.of(args.toArray(String[]::new)).exit()).isEqualTo(1);
        for (Format format : Format.values()) {
            assertThat(Files.readString(folder.resolve(format.id())))
                    .as(format.id())
                    .isEqualTo(Run.of("scan", "examples/applicationHost", "--format", format.id())
                            .out());
        }
    }

    @Test
    void theHelpNamesEveryFormat() {
        String help = Run.of("scan", "--help").out().replaceAll("\\s+", " ");

        assertThat(help)
                .contains("of standard output: "
                        + String.join(
                                ", ",
                                List.of(Format.values()).stream()
                                        .map(Format::id)
                                        .toList()));
    }

    @Test
    void besideLinesOfFindingsStandardErrorSaysWhatWasNotAudited() throws IOException {
        Files.writeString(folder.resolve("web.config"), "<configuration>");

        Run run = Run.of("scan", folder.toString(), "--format", "jsonl");

        assertThat(run.exit()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.out())
                .startsWith("{\"rule\":\"malformed-configuration\",")
                .hasLineCount(1);
        assertThat(run.err()).contains("not audited: " + folder + "/web.config: 1:16: ");
    }
}
