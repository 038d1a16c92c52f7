package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Pages in the repository that a command of the program writes. */
record GeneratedPages(Path written, List<String> command) {

    /** Fails where a page is stale, missing, or of something that is gone. */
    void areCurrent(Path empty) throws IOException {
        String again = "write the pages again: mvn -q -DskipTests package && java -jar target/iisaudit.jar "
                + String.join(" ", command) + " " + written + "; delete pages of what is gone";
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args =
                Stream.concat(command.stream(), Stream.of(empty.toString())).toArray(String[]::new);
        int exit = Main.run(args, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(written).as(again).isDirectory();
        assertThat(names(written)).as(again).isEqualTo(names(empty));
        for (String name : names(empty)) {
            // A checkout on Windows may have other line ends.
            String page = Files.readString(written.resolve(name)).replace("\r\n", "\n");
            assertThat(page.equals(Files.readString(empty.resolve(name))))
                    .as(name + " is stale; " + again)
                    .isTrue();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
