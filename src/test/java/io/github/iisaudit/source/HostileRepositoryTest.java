package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that a repository names is planted, and must leave no trace. */
class HostileRepositoryTest {

    private static final String WEB = "<configuration/>";
    private static final String OTHER = "<configurations/>";

    @TempDir
    Path temp;

    private GitRepository shop;
    private Path trace;
    private String planted;

    @BeforeEach
    void start() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        trace = outside.resolve("trace");
        Path script = Files.writeString(outside.resolve("run.sh"), "#!/bin/sh\ntouch '" + trace + "'\ncat\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        planted = script.toString();
        shop = GitRepository.at(Files.createDirectories(temp.resolve("shop")))
                .with("web.config", WEB)
                .with("sub/web.config", WEB)
                .committed();
    }

    /** A file that was written anew at the time of the index must be read to be compared. */
    private void compare() throws Exception {
        shop.with("web.config", OTHER).with("sub/new/web.config", WEB);
        Path index = shop.root().resolve(".git/index");
        FileTime time = Files.getLastModifiedTime(index);
        for (String file : List.of("web.config", "sub/web.config")) {
            Files.setLastModifiedTime(shop.root().resolve(file), time);
        }
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            Revision revision = revisions.around(shop.root().resolve("sub"));
            WorkTree.since(revision);
            revision.read(Path.of("web.config"));
        }
        Tree.only(Sources.open(List.of(shop.root().toString()), SourceOptions.DEFAULTS))
                .foldersWithWebConfig("R:\\");
        GitListing.ignored(shop.root());
        try (Timelines timelines = Timelines.open(
                List.of(shop.root().toString()), SourceOptions.DEFAULTS, Optional.of(new From("HEAD")))) {
            for (Version version : timelines.all().get(0).versions()) {
                assertThat(version.files().open()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "t, clean, t",
        "t, smudge, t",
        "t, process, t",
        "T.x y, clean, T.x",
        "a/b:c@d, process, a/b:c@d",
        "'', clean, ''",
    })
    void a_filter_is_not_run(String name, String key, String attribute) throws Exception {
        shop.with(".gitattributes", "* filter=" + attribute + "\n");
        shop.git("config", "filter." + name + "." + key, planted);
        shop.git("config", "filter." + name + ".required", "true");
        compare();
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a\"b", "ä", "a\\b"})
    void a_filter_that_cannot_be_switched_off_is_refused(String name) throws Exception {
        shop.with(".gitattributes", "* filter=" + name + "\n");
        shop.git("config", "filter." + name + ".clean", planted);
        assertThatThrownBy(this::compare)
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "--since HEAD: cannot run git: the repository configures a filter whose name does not let it be"
                                + " switched off");
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"include.path", "includeIf.gitdir:**.path", "includeIf.onbranch:main.path"})
    void a_filter_of_an_included_file_is_not_run(String include) throws Exception {
        Path included = Files.writeString(temp.resolve("outside/more"), "[Filter \"t\"]\n\tClean = " + planted + "\n");
        shop.with(".git/info/attributes", "* filter=t\n").git("config", include, included.toString());
        compare();
        assertThat(trace).doesNotExist();
    }

    @Test
    void attributes_of_a_file_that_the_configuration_names_run_nothing() throws Exception {
        Path attributes = Files.writeString(temp.resolve("outside/attributes"), "* filter=t diff=t merge=t\n");
        shop.git("config", "core.attributesFile", attributes.toString());
        shop.git("config", "filter.t.clean", planted);
        shop.git("config", "diff.t.textconv", planted);
        shop.git("config", "diff.t.command", planted);
        compare();
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core.fsmonitor",
                "core.pager",
                "pager.diff-index",
                "pager.ls-files",
                "core.editor",
                "core.askPass",
                "core.sshCommand",
                "core.gitProxy",
                "core.alternateRefsCommand",
                "credential.helper",
                "diff.external",
                "diff.t.textconv",
                "diff.t.command",
                "gpg.program",
                "uploadpack.packObjectsHook",
                "sequence.editor",
                "trailer.t.command",
                "interactive.diffFilter",
            })
    void a_program_of_the_configuration_is_not_run(String key) throws Exception {
        shop.with(".gitattributes", "* diff=t\n").git("config", key, planted);
        compare();
        assertThat(trace).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rev-parse", "ls-files", "diff-index", "cat-file", "check-ignore", "config"})
    void an_alias_is_not_run(String call) throws Exception {
        shop.git("config", "alias." + call, "!" + planted);
        compare();
        assertThat(trace).doesNotExist();
    }

    @Test
    void hooks_are_not_run() throws Exception {
        for (String hook :
                List.of("post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout")) {
            Files.createDirectories(shop.root().resolve(".git/hooks"));
            Files.copy(Path.of(planted), shop.root().resolve(".git/hooks/" + hook));
        }
        shop.git("config", "core.hooksPath", shop.root().resolve(".git/hooks").toString());
        Files.deleteIfExists(trace);
        compare();
        assertThat(trace).doesNotExist();
    }

    @Test
    void a_submodule_runs_nothing_of_its_own() throws Exception {
        Path library = Files.createDirectories(temp.resolve("library"));
        GitRepository.at(library).with("web.config", WEB).committed();
        shop.git("submodule", "add", "-q", library.toString(), "library");
        shop.git("commit", "-q", "-m", "library");
        GitRepository inner = new GitRepository(shop.root().resolve("library"));
        inner.with(".gitattributes", "* filter=t\n").git("config", "filter.t.clean", planted);
        inner.git("config", "core.fsmonitor", planted);
        shop.git("config", "submodule.recurse", "true");
        shop.git("config", "diff.ignoreSubmodules", "none");
        Files.deleteIfExists(trace);
        compare();
        assertThat(trace).doesNotExist();
    }

    @Test
    void what_a_partial_clone_lacks_is_not_fetched() throws Exception {
        String object = shop.git("rev-parse", "HEAD:web.config").strip();
        Files.delete(shop.root().resolve(".git/objects/" + object.substring(0, 2) + "/" + object.substring(2)));
        shop.git("config", "core.repositoryFormatVersion", "1");
        shop.git("config", "extensions.partialClone", "origin");
        shop.git("config", "remote.origin.promisor", "true");
        shop.git("config", "remote.origin.url", "ext::" + planted);
        shop.git("config", "protocol.allow", "always");
        shop.git("config", "protocol.ext.allow", "always");
        assertThatThrownBy(this::compare).hasMessageMatching(".*this clone lacks what (sub/)?web\\.config was then.*");
        assertThat(trace).doesNotExist();
    }

    @Test
    void what_a_replaced_object_or_a_graft_pretends_is_not_believed() throws Exception {
        String first = shop.git("rev-parse", "HEAD").strip();
        shop.with("web.config", OTHER).committed();
        String second = shop.git("rev-parse", "HEAD").strip();
        shop.with("x", "").committed();
        shop.git("replace", first, second);
        shop.with(".git/info/grafts", shop.git("rev-parse", "HEAD").strip() + " " + first + "\n");
        try (Revisions revisions = new Revisions(new Since("HEAD~1", false))) {
            assertThat(revisions.around(shop.root()).commit()).isEqualTo(second);
        }
        try (Revisions revisions = new Revisions(new Since("HEAD~2", false))) {
            assertThat(text(revisions.around(shop.root()), "web.config")).isEqualTo(WEB);
        }
    }

    @Test
    void contents_of_a_bare_repository_are_no_repository() throws Exception {
        Path bare = shop.root().resolve("bare");
        shop.git("init", "-q", "--bare", bare.toString());
        Files.writeString(bare.resolve("info/exclude"), "*\n");
        Files.writeString(bare.resolve("config"), "[core]\nbare = false\nworktree = .\nfsmonitor = " + planted + "\n");
        shop.with("bare/app/web.config", WEB);
        ConfigSource source = Tree.only(Sources.open(List.of(bare.toString()), SourceOptions.DEFAULTS));
        assertThat(source.foldersWithWebConfig("R:\\bare\\app")).isEmpty();
        assertThat(source.file("R:\\bare\\app", "web.config")).isInstanceOf(Lookup.Found.class);
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            assertThat(revisions.around(bare).top()).isEqualTo(shop.root().toRealPath());
        }
        assertThat(trace).doesNotExist();
    }

    @Test
    void a_bare_repository_outside_of_any_work_tree_is_only_a_folder() throws Exception {
        Path bare = temp.resolve("bare");
        shop.git("init", "-q", "--bare", bare.toString());
        Files.writeString(bare.resolve("info/exclude"), "*\n");
        Files.writeString(bare.resolve("web.config"), WEB);
        assertThat(Git.around(bare)).isEmpty();
        assertThatThrownBy(() -> new Revisions(new Since("HEAD", false)).around(bare))
                .hasMessageContaining("is in no git work tree");
    }

    @Test
    void a_work_tree_elsewhere_that_the_configuration_names_hides_nothing() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        shop.git("config", "core.worktree", elsewhere.toString());
        shop.with("new/web.config", WEB);
        assertThat(folders()).containsExactly("new", "sub");
    }

    @Test
    void lists_of_the_repository_and_its_configuration_hide_nothing() throws Exception {
        Path list = Files.writeString(temp.resolve("outside/list"), "*\n");
        shop.with(".git/info/exclude", "*\n").git("config", "core.excludesFile", list.toString());
        shop.with("new/web.config", WEB);
        assertThat(folders()).containsExactly("new", "sub");
        Files.delete(shop.root().resolve(".git/index"));
        assertThat(folders()).containsExactly("new", "sub");
    }

    @Test
    void a_folder_that_the_index_calls_a_submodule_is_looked_into() throws Exception {
        shop.with("new/web.config", WEB).with("new/app/web.config", WEB);
        shop.git("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",new");
        assertThat(folders()).containsExactly("new", "new/app", "sub");
    }

    @Test
    void a_file_called_as_another_in_other_letters_is_not_passed_by() throws Exception {
        assumeTrue(Files.notExists(shop.root().resolve("SUB")), "names differ by their letters here");
        shop.with("SUB/web.config", WEB).git("config", "core.ignoreCase", "true");
        assertThat(folders()).containsExactly("SUB", "sub");
    }

    private List<String> folders() throws Exception {
        return Tree.only(Sources.open(List.of(shop.root().toString()), SourceOptions.DEFAULTS))
                .foldersWithWebConfig("R:\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
    void a_file_that_git_was_told_not_to_look_at_is_compared(String flag) throws Exception {
        shop.git("update-index", flag, "sub/web.config");
        assertThat(isChanged("sub")).isFalse();
        shop.with("sub/web.config", OTHER);
        assertThat(isChanged("sub")).isTrue();
    }

    @Test
    void a_deleted_file_that_git_was_told_not_to_look_at_is_gone() throws Exception {
        shop.git("update-index", "--assume-unchanged", "sub/web.config");
        shop.without("sub/web.config");
        assertThat(isChanged("sub")).isTrue();
    }

    @Test
    void a_file_of_the_same_size_and_time_is_compared() throws Exception {
        Path file = shop.root().resolve("sub/web.config");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, old);
        shop.git("config", "core.checkStat", "minimal");
        shop.git("config", "core.trustCtime", "false");
        shop.git("update-index", "--refresh");
        Thread.sleep(1_100); // git looks at the seconds of the time at which a file was changed
        shop.with("sub/web.config", WEB.toUpperCase(Locale.ROOT));
        Files.setLastModifiedTime(file, old);
        assertThat(shop.git("status", "--porcelain")).isEmpty();
        assertThat(isChanged("sub")).isTrue();
    }

    private boolean isChanged(String folder) throws Exception {
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            return WorkTree.since(revisions.around(shop.root()))
                    .isChanged(shop.root().toRealPath().resolve(folder));
        }
    }

    @Test
    void a_linked_work_tree_is_compared_by_its_own_repository() throws Exception {
        Path linked = temp.resolve("linked");
        shop.git("worktree", "add", "-q", linked.toString());
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            Revision revision = revisions.around(linked.resolve("sub"));
            assertThat(revision.top()).isEqualTo(linked.toRealPath());
            assertThat(text(revision, "web.config")).isEqualTo(WEB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "-h", "", " ", "HEAD\nHEAD", "\0", "--output=x"})
    void an_option_is_no_revision(String name) {
        assertThatThrownBy(() -> new Revisions(new Since(name, false)).around(shop.root()))
                .isInstanceOf(SourceException.class)
                .hasMessage("--since takes a revision, such as HEAD~1 or a branch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^HEAD", "HEAD:web.config", "HEAD..HEAD", "HEAD:", "nonsense", "HEAD HEAD", "HEAD^@"})
    void what_is_no_single_commit_is_no_revision(String name) {
        assertThatThrownBy(() -> new Revisions(new Since(name, false)).around(shop.root()))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("--since " + name + ": there is no such revision");
    }

    private static String text(Revision revision, String file) throws SourceException {
        return new String(revision.read(Path.of(file)).orElseThrow(), StandardCharsets.UTF_8);
    }
}
