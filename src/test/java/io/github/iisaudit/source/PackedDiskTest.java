package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackedDiskTest {

    private final ArchiveTree tree = new ArchiveTree(Paths.get("a.zip"), "a");
    private final PackedDisk disk = tree.disk();

    @BeforeEach
    void fill() throws IOException {
        tree.addFile("x/web.config", 3);
        tree.addFile(".\\x\\y\\b.config", 1);
        tree.addFile("x/picture.png", 9);
        tree.addFolder("empty/");
        disk.setContents(file -> new ByteArrayInputStream("abc".getBytes("UTF-8")));
    }

    @Test
    void files_that_cannot_be_configuration_are_left_out() throws IOException {
        try (Stream<Path> all = Files.walk(tree.root())) {
            assertThat(all.map(Path::toString))
                    .containsExactly("/a", "/a/empty", "/a/x", "/a/x/web.config", "/a/x/y", "/a/x/y/b.config");
        }
    }

    @Test
    void a_file_is_read_and_nothing_written() throws IOException {
        Path file = tree.root().resolve("x").resolve("web.config");
        assertThat(Files.size(file)).isEqualTo(3);
        assertThat(Files.newInputStream(file)).hasBinaryContent(new byte[] {'a', 'b', 'c'});
        assertThat(Files.isDirectory(tree.root().resolve("x/y"))).isTrue();
        assertThat(Files.exists(tree.root().resolve("X"))).isFalse();
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> tree.root().resolve("none").toRealPath()).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Files.newInputStream(tree.root())).hasMessageContaining("is a folder");
    }

    /** Held against the paths of the system, which have the same form where it is not Windows. */
    @Test
    void paths_are_as_those_of_other_file_systems() {
        List<String> paths = List.of("/", "/a", "/a/b", "/a/b/c", "/ab", "a", "a/b", "b/c", "..", "../a", "a/../b", "");
        for (String one : paths) {
            Path mine = disk.getPath(one);
            Path other = Path.of(one);
            assertThat(facts(mine)).as(one).isEqualTo(facts(other));
            for (String two : paths) {
                assertThat(facts(mine, disk.getPath(two)))
                        .as(one + " and " + two)
                        .isEqualTo(facts(other, Path.of(two)));
            }
        }
    }

    private static List<String> facts(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return List.of(
                path.toString(),
                String.valueOf(path.getParent()),
                String.valueOf(path.getFileName()),
                String.valueOf(path.getRoot()),
                path.isAbsolute() + " " + path.getNameCount() + names,
                path.isAbsolute() ? path.normalize().toString() : "");
    }

    private static List<String> facts(Path one, Path two) {
        return List.of(
                one.resolve(two).toString(),
                one.startsWith(two) + " " + one.endsWith(two) + " " + one.equals(two),
                String.valueOf(Integer.signum(one.compareTo(two))),
                one.isAbsolute() && two.isAbsolute() ? one.relativize(two).toString() : "");
    }

    @Test
    void what_was_given_back_is_read_again_when_memory_was_short() throws IOException {
        AtomicInteger read = new AtomicInteger();
        StreamedContents contents = new StreamedContents(Map.of("e", new byte[] {1}), () -> {
            read.incrementAndGet();
            return Map.of("e", new byte[] {2});
        });
        PackedFile file = PackedFile.file("e", "e", 1);
        assertThat(contents.open(file)).hasBinaryContent(new byte[] {1});
        contents.release();
        contents.forget();
        assertThat(contents.open(file)).hasBinaryContent(new byte[] {2});
        assertThat(contents.open(file)).hasBinaryContent(new byte[] {2});
        assertThat(read).hasValue(1);
    }
}
