package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.ConfigSource.Host;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files beside the chain of IIS that are offered to rules about files. */
class OtherFilesTest {

    private static final String FRAMEWORK = "%SystemDrive%/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/";
    private static final String EMPTY = "<configuration/>";

    private static List<String> paths(MemorySource source) {
        return OtherFiles.read(source, false).stream().map(WrittenFile::path).toList();
    }

    @Test
    void redirectionAndTheFilesOfTheFrameworkAreWrittenFilesOfTheServer() {
        MemorySource source = MemorySource.of(EMPTY)
                .with("redirection.config", EMPTY)
                .with(FRAMEWORK + "machine.config", EMPTY)
                .with(FRAMEWORK + "web.config", EMPTY)
                .with(FRAMEWORK + "web_hightrust.config", EMPTY);
        assertThat(paths(source))
                .containsExactly("redirection.config", FRAMEWORK + "machine.config", FRAMEWORK + "web.config");
        assertThat(OtherFiles.read(source, false))
                .allSatisfy(file -> assertThat(file.paths()).containsExactly(""));
        assertThat(ServerConfiguration.read(source).writtenFiles()).hasSize(4);
    }

    @Test
    void whatIsNotThereOrNotWellFormedIsLeftOut() {
        assertThat(paths(MemorySource.of(EMPTY))).isEmpty();
        assertThat(paths(MemorySource.of(EMPTY).with("redirection.config", "<configuration>")))
                .isEmpty();
    }

    @Test
    void anAssumedServerHasNone() {
        assertThat(paths(
                        MemorySource.of(EMPTY).with("redirection.config", EMPTY).on(Host.ASSUMED)))
                .isEmpty();
    }
}
