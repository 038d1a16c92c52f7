package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NamedFileTest {

    private static final Path STREAMS = Path.of("/proc/self/fd");

    @TempDir
    Path temp;

    @Test
    void streamsThatTheShellOpenedAreKnownByTheirNames() {
        assumeThat(Path.of("/dev/stdin")).exists();
        assertThat(Stream.of("/dev/stdin", "/dev/fd/63", "/proc/self/fd/0"))
                .allMatch(path -> NamedFile.isOpenStream(Path.of(path)));
        assertThat(Stream.of("/dev/zero", "/dev/tty", "/dev/fd/../zero", "/proc/self/environ", "stdin"))
                .noneMatch(path -> NamedFile.isOpenStream(Path.of(path)));
    }

    /** Java asks channels and files for their places to know how much is there, which a pipe has not. */
    @Test
    @Timeout(20)
    void whatAShellPutsInThePlaceOfAFileIsRead() throws Exception {
        assumeThat(STREAMS).exists();
        Path pipe = temp.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (RandomAccessFile writer = new RandomAccessFile(pipe.toFile(), "rw")) {
            writer.write("dn: CN=A".getBytes(StandardCharsets.UTF_8));
            try (InputStream in = NamedFile.open(stream(pipe))) {
                assertThat(new BufferedInputStream(in).available()).isEqualTo(8);
                assertThat(in.readNBytes(8)).asString(StandardCharsets.UTF_8).isEqualTo("dn: CN=A");
            }
        }
    }

    private static Path stream(Path pipe) throws IOException {
        try (Stream<Path> streams = Files.list(STREAMS)) {
            return streams.filter(stream -> leadsTo(stream, pipe)).findFirst().orElseThrow();
        }
    }

    private static boolean leadsTo(Path stream, Path file) {
        try {
            return Files.readSymbolicLink(stream).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> NamedFile.open(temp)).hasMessageContaining("is a folder");
    }
}
