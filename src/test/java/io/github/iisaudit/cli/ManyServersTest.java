package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers that are asked together share what they have in common; what is said of each is what would be said of it alone. They differ
 * in the length of a line, so that all behind it stands on the same lines at other offsets.
 */
class ManyServersTest {

    private static final Path EXAMPLE = Path.of("examples/applicationHost");
    private static final String HOST = "C/Windows/System32/inetsrv/config/applicationHost.config";
    private static final String START = "\"servers\": [";

    @TempDir
    Path fleet;

    @BeforeEach
    void threeServers() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Path server = fleet.resolve("WEB" + i);
            copy(server);
            Path host = server.resolve(HOST);
            Files.writeString(
                    host,
                    Files.readString(host)
                            .replaceFirst("<configSections>", "<!--" + "x".repeat(i) + "--><configSections>"));
        }
    }

    private static void copy(Path server) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = server.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    /** What JSON says of servers, without what stands around the list. */
    private static String servers(Run run) {
        int start = run.out().indexOf(START);
        assertThat(start).as(run.err()).isPositive();
        return run.out().substring(start + START.length(), run.out().lastIndexOf("\n  ]"));
    }

    private void saysOfEachWhatIsSaidOfItAlone(String command, String... options) {
        String together = servers(run(fleet, command, options));
        StringBuilder oneByOne = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            oneByOne.append(i == 1 ? "" : ",").append(servers(run(fleet.resolve("WEB" + i), command, options)));
        }
        assertThat(together).isEqualTo(oneByOne.toString());
    }

    private static Run run(Path folder, String command, String... options) {
        return Run.of(Stream.concat(Stream.of(command, folder.toString(), "--format", "json"), Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void effectiveSaysOfEachWhatItSaysOfItAlone() {
        saysOfEachWhatIsSaidOfItAlone("effective", "--all");
    }

    @Test
    void whatIfAnswersForEachAsForItAlone() {
        saysOfEachWhatIsSaidOfItAlone("what-if", "--set", "useKernelMode=false", "--set", "useAppPoolCredentials=true");
        saysOfEachWhatIsSaidOfItAlone("what-if", "--set-pool-identity", "NetworkService");
    }
}
