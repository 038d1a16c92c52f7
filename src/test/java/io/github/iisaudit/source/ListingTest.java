package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {

    @Test
    void isThatOfTheFileSystemThatTheFolderIsIn(@TempDir Path disk) throws Exception {
        Files.writeString(disk.resolve("on-disk"), "");
        Path archive = disk.resolve("a.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path sameName = zip.getPath(disk.toString());
            Files.createDirectories(sameName);
            Files.writeString(sameName.resolve("in-archive"), "");

            assertThat(Listing.of(sameName).entries()).extracting(Entry::name).containsExactly("in-archive");
        }
        assertThat(Listing.of(disk).entries()).extracting(Entry::name).containsExactly("a.zip", "on-disk");
    }
}
