package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeFilesTest {

    private static final String WEB = "<configuration/>";

    @TempDir
    Path temp;

    private GitRepository shop;

    @BeforeEach
    void start() {
        shop = GitRepository.at(temp);
    }

    @Test
    void what_git_ignores_is_left_out_unless_it_is_tracked() throws Exception {
        shop.with("old/web.config", WEB).committed();
        shop.with(".gitignore", "publish/\nold/\n")
                .with("publish/web.config", WEB)
                .with("web.config", WEB);
        assertThat(folders(temp)).containsExactly("old");
    }

    @Test
    void untracked_files_and_names_of_all_kinds_are_found() throws Exception {
        shop.with("web.config", WEB).with("a b/WEB.config", WEB).with("\u00e4/\"q\"/Web.Config", WEB);
        assertThat(folders(temp)).containsExactly("a b", "\u00e4/\"q\"");
        assertThat(only(temp).transforms()).isEmpty();
    }

    @Test
    void tools_folders_are_left_out_even_where_they_are_tracked_and_searched_where_they_are_named() throws Exception {
        shop.with("web.config", WEB)
                .with("packages/x/web.config", WEB)
                .with("app/bin/web.config", WEB)
                .committed();
        assertThat(folders(temp)).isEmpty();
        assertThat(only(temp.resolve("packages")).foldersWithWebConfig("R:\\")).containsExactly("x");
    }

    @Test
    void a_folder_that_git_ignores_is_searched_where_it_is_named() throws Exception {
        shop.with(".gitignore", "out/").with("out/web.config", WEB).with("out/sub/web.config", WEB);
        assertThat(folders(temp.resolve("out"))).containsExactly("sub");
        assertThat(Sources.open(List.of(temp.toString()), SourceOptions.DEFAULTS)
                        .sources())
                .isEmpty();
    }

    @Test
    void a_folder_with_a_name_that_git_would_take_for_a_pattern_is_searched_alone() throws Exception {
        for (String folder : List.of("s*", ":(top)", "-x", "s[1]")) {
            shop.with(folder + "/in/web.config", WEB).with("s1/web.config", WEB);
            assertThat(folders(temp.resolve(folder))).containsExactly("in");
            shop.with(".gitignore", "/*\n");
            assertThat(folders(temp.resolve(folder))).containsExactly("in");
            shop.with(".gitignore", "");
        }
    }

    @Test
    void a_file_that_was_deleted_and_not_yet_committed_is_not_there() throws Exception {
        shop.with("web.config", WEB).with("gone/web.config", WEB).committed().without("gone/web.config");
        assertThat(folders(temp)).isEmpty();
        assertThat(only(temp).unreadable()).isEmpty();
    }

    @Test
    void submodules_and_repositories_within_are_searched_as_git_knows_them() throws Exception {
        Path library = Files.createDirectories(temp.resolve("../" + temp.getFileName() + "-library"));
        GitRepository.at(library)
                .with(".gitignore", "out/")
                .with("web.config", WEB)
                .with("out/web.config", WEB)
                .committed();
        shop.with("web.config", WEB).committed().git("submodule", "add", "-q", library.toString(), "library");
        GitRepository.at(Files.createDirectories(temp.resolve("nested"))).with("web.config", WEB);
        shop.with("library/out/web.config", WEB);
        assertThat(folders(temp)).containsExactly("library", "nested");
    }

    @Test
    void transforms_are_found_and_what_was_passed_by_is_told() throws Exception {
        shop.with(".gitignore", "publish/\n*.user\n")
                .with("web.config", WEB)
                .with("Web.Release.config", "")
                .with("publish/web.config", WEB)
                .with("x.user", "")
                .with("obj/web.config", WEB);
        Opened opened = Sources.open(List.of(temp.toString()), SourceOptions.DEFAULTS);
        ConfigSource source = Tree.only(opened);
        assertThat(source.foldersWithWebConfig("R:\\")).isEmpty();
        assertThat(source.transforms()).containsExactly("Web.Release.config");
        assertThat(opened.skipped().get())
                .containsExactly(
                        Drives.slashes(temp) + "/obj (never holds configuration of a site)",
                        Drives.slashes(temp) + "/publish/ (ignored by git)");
    }

    @Test
    void a_repository_that_git_does_not_understand_is_walked() throws Exception {
        shop.with("web.config", WEB).with("sub/web.config", WEB).with(".git/HEAD", "nonsense");
        assertThat(folders(temp)).containsExactly("sub");
    }

    @Test
    void a_hostile_repository_runs_nothing() throws Exception {
        Path trace = temp.resolve("trace");
        Path script = temp.resolve("run.sh");
        shop.with("run.sh", "#!/bin/sh\ntouch '" + trace + "'\n").with("web.config", WEB);
        script.toFile().setExecutable(true);
        shop.committed().git("config", "core.fsmonitor", script.toString());
        shop.git("config", "core.pager", script.toString());
        assertThat(folders(temp)).isEmpty();
        assertThat(trace).doesNotExist();
    }

    private static ConfigSource only(Path path) throws SourceException {
        return Tree.only(Sources.open(List.of(path.toString()), SourceOptions.DEFAULTS));
    }

    private static List<String> folders(Path path) throws SourceException {
        return only(path).foldersWithWebConfig("R:\\");
    }
}
