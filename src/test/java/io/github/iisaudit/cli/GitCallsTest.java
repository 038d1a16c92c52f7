package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iisaudit.source.GitRepository;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often git is started, as one that comes first on the PATH counts. */
class GitCallsTest {

    private static final String SITE = "<configuration><system.webServer/></configuration>";

    @TempDir
    Path temp;

    @Test
    void git_is_started_as_often_for_many_files_as_for_few() throws Exception {
        assertThat(calls(3)).isPositive().isLessThanOrEqualTo(12).isEqualTo(calls(40));
    }

    @Test
    void git_is_started_as_often_where_a_name_is_no_text() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("sites5/s9"));
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'lat\\351')\"")
                .directory(folder.toFile())
                .start()
                .waitFor();
        assertThat(calls(5)).isPositive().isLessThanOrEqualTo(12);
    }

    @Test
    void git_is_not_started_for_the_snapshot_of_a_server() throws Exception {
        Path snapshot = Files.createDirectories(temp.resolve("server"));
        GitRepository.at(snapshot)
                .with("applicationHost.config", "<configuration/>")
                .with("C/inetpub/wwwroot/web.config", SITE)
                .committed();
        assertThat(scan(snapshot)).isZero();
    }

    private int calls(int sites) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("sites" + sites));
        GitRepository shop = GitRepository.at(folder);
        for (int i = 0; i < sites; i++) {
            shop.with("s" + i + "/web.config", SITE).with("s" + i + "/app/x.inc", "then");
        }
        shop.committed();
        for (int i = 0; i < sites; i += 2) {
            shop.with("s" + i + "/web.config", SITE + "<!-- -->").with("s" + i + "/app/x.inc", "now");
        }
        return scan(folder, "--since", "HEAD");
    }

    private int scan(Path folder, String... more) throws Exception {
        assumeTrue(File.separatorChar == '/', "a shell script counts");
        Path count = temp.resolve("count");
        Files.deleteIfExists(count);
        Path git = Files.createDirectories(temp.resolve("bin")).resolve("git");
        String path = System.getenv("PATH");
        Files.writeString(git, "#!/bin/sh\necho >>'" + count + "'\nPATH='" + path + "' exec git \"$@\"\n");
        assertThat(git.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.iisaudit.cli.Main",
                "scan",
                folder.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PATH", git.getParent() + File.pathSeparator + path);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isIn(0, 1, 3);
        return Files.exists(count) ? Files.readAllLines(count).size() : 0;
    }
}
