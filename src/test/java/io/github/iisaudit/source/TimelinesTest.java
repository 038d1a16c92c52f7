package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinesTest {

    @TempDir
    Path temp;

    @Test
    void a_date_in_a_path_tells_when_and_of_which_server() {
        assertDated("in/WEB01-2026-03-01", "in/WEB01", "WEB01", "2026-03-01T00:00:00Z");
        assertDated("in/2026-03-01/WEB01", "in//WEB01", "WEB01", "2026-03-01T00:00:00Z");
        assertDated("in/WEB01/20260301T0615", "in/WEB01/", "WEB01", "2026-03-01T06:15:00Z");
        assertDated("WEB01_2026-03-01_06-15-30.tar.gz!", "WEB01", "WEB01", "2026-03-01T06:15:30Z");
        assertDated("2026.03.01 WEB01.zip!", "WEB01", "WEB01", "2026-03-01T00:00:00Z");
        for (String none : List.of("WEB01", "WEB-2026-13-01", "WEB-2026-02-30", "120260301", "WEB01-2026-03-011")) {
            assertThat(DatedName.of(none)).as(none).isEmpty();
        }
    }

    private static void assertDated(String path, String key, String server, String time) {
        assertThat(DatedName.of(path)).as(path).contains(new DatedName(key, server, Instant.parse(time)));
    }

    @Test
    void dated_snapshots_of_one_server_are_versions_of_it_in_the_order_of_their_dates() throws Exception {
        host("WEB01-2026-03-01");
        host("2026-01-15/WEB02");
        host("WEB01-2025-12-31");
        host("WEB03-2026-03-01");
        host("2026-02-15/WEB02");
        try (Timelines found = open(temp.toString(), null)) {
            assertThat(found.all()).extracting(Timeline::kind).containsOnly(Timeline.Kind.SNAPSHOTS);
            assertThat(found.all().stream().map(TimelinesTest::days))
                    .containsExactly(
                            List.of("WEB02 2026-01-15", "WEB02 2026-02-15"),
                            List.of("WEB01 2025-12-31", "WEB01 2026-03-01"));
        }
    }

    private static List<String> days(Timeline timeline) {
        List<String> days = new ArrayList<>();
        for (Version version : timeline.versions()) {
            try {
                String day = version.time().toString().substring(0, 10);
                version.files().open().forEach(source -> days.add(source.name() + " " + day));
            } catch (SourceException e) {
                throw new AssertionError(e);
            }
        }
        return days;
    }

    @Test
    void dated_snapshots_may_be_named_one_by_one() throws Exception {
        String one = host("WEB01-2026-03-01").toString();
        String other = host("WEB01-2026-03-02").toString();
        try (Timelines found = Timelines.open(List.of(other, one), SourceOptions.DEFAULTS, Optional.empty())) {
            assertThat(found.refused()).isEmpty();
            assertThat(days(found.all().get(0))).containsExactly("WEB01 2026-03-01", "WEB01 2026-03-02");
        }
    }

    @Test
    void the_copies_that_iis_keeps_are_what_the_server_was_and_it_itself_is_last() throws Exception {
        Path server = temp.resolve("WEB01");
        write(
                server.resolve("C/Windows/System32/inetsrv/config/applicationHost.config"),
                "now",
                "2026-03-03T00:00:00Z");
        write(
                server.resolve("C/inetpub/history/CFGHISTORY_0000000012/applicationHost.config"),
                "2",
                "2026-03-02T00:00:00Z");
        write(
                server.resolve("C/inetpub/history/CFGHISTORY_0000000003/applicationHost.config"),
                "1",
                "2026-03-01T00:00:00Z");
        write(server.resolve("C/inetpub/history/other/applicationHost.config"), "x", "2026-03-01T00:00:00Z");
        try (Timelines found = open(server.toString(), null)) {
            Timeline timeline = found.all().get(0);
            assertThat(timeline.kind()).isEqualTo(Timeline.Kind.BACKUPS);
            assertThat(timeline.versions().stream().map(Version::id))
                    .containsExactly(
                            "C/inetpub/history/CFGHISTORY_0000000003",
                            "C/inetpub/history/CFGHISTORY_0000000012",
                            "as it is");
            assertThat(texts(timeline)).containsExactly("1", "2", "now");
            assertThat(paths(timeline)).containsOnly("C/Windows/System32/inetsrv/config/applicationHost.config");
        }
    }

    @Test
    void the_folder_of_the_copies_alone_is_enough() throws Exception {
        Path history = temp.resolve("WEB01/C/inetpub/history");
        write(history.resolve("CFGHISTORY_0000000003/applicationHost.config"), "1", "2026-03-02T00:00:00Z");
        write(history.resolve("CFGHISTORY_0000000004/applicationHost.config"), "2", "2026-03-01T00:00:00Z");
        try (Timelines found = open(history.toString(), null)) {
            assertThat(texts(found.all().get(0))).containsExactly("1", "2");
            assertThat(found.all().get(0).kind()).isEqualTo(Timeline.Kind.BACKUPS);
            assertThat(found.all()
                            .get(0)
                            .versions()
                            .get(0)
                            .files()
                            .open()
                            .get(0)
                            .name())
                    .isEqualTo("WEB01");
        }
    }

    @Test
    void commits_that_touch_configuration_are_versions_and_each_has_all_files() throws Exception {
        GitRepository repository = GitRepository.at(temp).committed();
        repository
                .with("deep/applicationHost.config", "1")
                .with("deep/C/x/web.config", "a")
                .committed();
        repository.with("unrelated.txt", "x").committed();
        repository.with("deep/applicationHost.config", "2").committed();
        repository.git("mv", "deep/applicationHost.config", "deep/C/y.config");
        repository.with("applicationHost.config", "elsewhere").committed();
        try (Timelines found = open(temp.resolve("deep").toString(), null)) {
            Timeline timeline = found.all().get(0);
            assertThat(timeline.versions())
                    .hasSize(3)
                    .extracting(Version::subject)
                    .containsOnly("test");
            assertThat(hosts(timeline.versions().get(0))).containsExactly("1");
            assertThat(hosts(timeline.versions().get(1))).containsExactly("2");
            ConfigSource site = timeline.versions().get(2).files().open().get(0);
            assertThat(site.host()).isEqualTo(ConfigSource.Host.ASSUMED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999 +0000",
                "31556889864403200 +0000",
                "253402300800 +0000",
                "x",
                "-5 +0000",
                ""
            })
    void a_commit_whose_date_nobody_can_read_is_of_the_beginning_of_all_times(String date) throws Exception {
        GitRepository repository = GitRepository.at(temp).committed();
        repository.with("applicationHost.config", "1").git("add", "-A");
        Path commit = Files.writeString(
                temp.resolve("commit"),
                "tree " + repository.git("write-tree").strip() + "\nparent "
                        + repository.git("rev-parse", "HEAD").strip() + "\nauthor a <a> " + date + "\ncommitter a <a> "
                        + date + "\n\nx\n");
        String id = repository
                .git("hash-object", "-t", "commit", "-w", "--literally", commit.toString())
                .strip();
        repository.git("update-ref", "HEAD", id);
        try (Timelines found = open(temp.toString(), null)) {
            assertThat(found.all().get(0).versions()).extracting(Version::time).containsExactly(Instant.EPOCH);
        }
    }

    /** Nine folders, each of which has the one before it ten times: a commit of some hundred bytes. */
    @Test
    void a_commit_of_more_files_than_anybody_has_is_refused() throws Exception {
        GitRepository repository = GitRepository.at(temp).with("a.config", "1").committed();
        String tree = repository.git("rev-parse", "HEAD^{tree}").strip();
        for (int i = 0; i < 9; i++) {
            StringBuilder entries = new StringBuilder();
            for (int n = 0; n < 10; n++) {
                entries.append("040000 tree ")
                        .append(tree)
                        .append("\td")
                        .append(n)
                        .append('\n');
            }
            tree = repository.gitReading(entries.toString(), "mktree").strip();
        }
        repository.git(
                "update-ref",
                "HEAD",
                repository.git("commit-tree", "-m", "x", tree).strip());
        assertThatThrownBy(() -> open(temp.toString(), null))
                .isInstanceOf(SourceException.class)
                .hasMessage("cannot run git: git answers more than 64 MiB");
    }

    @Test
    void a_merge_is_one_version_of_the_branch_that_it_came_to() throws Exception {
        GitRepository repository =
                GitRepository.at(temp).with("applicationHost.config", "1").committed();
        repository.git("checkout", "-q", "-b", "side");
        repository.with("applicationHost.config", "2").committed();
        repository.with("applicationHost.config", "3").committed();
        repository.git("checkout", "-q", "main");
        repository.git("merge", "-q", "--no-ff", "-m", "merged", "side");
        try (Timelines found = open(temp.toString(), null)) {
            assertThat(texts(found.all().get(0))).containsExactly("1", "3");
        }
    }

    @Test
    void a_link_that_was_committed_leads_where_it_led_then() throws Exception {
        GitRepository repository = GitRepository.at(temp).with("a.config", "1");
        Files.createSymbolicLink(temp.resolve("applicationHost.config"), Path.of("a.config"));
        repository.committed();
        repository.with("b.config", "2");
        Files.delete(temp.resolve("applicationHost.config"));
        Files.createSymbolicLink(temp.resolve("applicationHost.config"), Path.of("b.config"));
        repository.committed();
        try (Timelines found = open(temp.toString(), null)) {
            assertThat(texts(found.all().get(0))).containsExactly("1", "2");
        }
    }

    @Test
    void a_date_or_a_revision_narrows_to_what_came_after_the_version_before_it() throws Exception {
        GitRepository repository = GitRepository.at(temp);
        for (int i = 1; i <= 4; i++) {
            repository.with("applicationHost.config", "" + i);
            repository.git("add", "-A");
            repository.git("commit", "-q", "-m", "c" + i, "--date", "2026-03-0" + i + "T00:00:00Z");
        }
        try (Timelines found = open(temp.toString(), "HEAD~1")) {
            assertThat(texts(found.all().get(0))).containsExactly("3", "4");
        }
        try (Timelines found = open(temp.toString(), "2100-01-01")) {
            assertThat(texts(found.all().get(0))).containsExactly("4");
        }
        try (Timelines found = open(temp.toString(), "2001-01-01T10:00Z")) {
            assertThat(texts(found.all().get(0))).containsExactly("1", "2", "3", "4");
        }
        for (String nonsense : List.of("yesterdayish", "--output=x", "2026-02-30")) {
            assertThatThrownBy(() -> open(temp.toString(), nonsense))
                    .as(nonsense)
                    .isInstanceOf(SourceException.class);
        }
    }

    @Test
    void what_has_no_past_says_so() throws Exception {
        host("WEB01");
        try (Timelines found = open(temp.resolve("WEB01").toString(), null)) {
            assertThat(found.all()).isEmpty();
            assertThat(found.refused().get(0).sentence()).contains("nothing to compare");
        }
    }

    private static Timelines open(String path, String since) throws SourceException {
        return Timelines.open(
                List.of(path),
                SourceOptions.DEFAULTS,
                Optional.ofNullable(since).map(From::new));
    }

    private static List<String> texts(Timeline timeline) throws SourceException {
        List<String> texts = new ArrayList<>();
        for (Version version : timeline.versions()) {
            texts.addAll(hosts(version));
        }
        return texts;
    }

    private static List<String> hosts(Version version) throws SourceException {
        List<String> texts = new ArrayList<>();
        for (ConfigSource source : version.files().open()) {
            texts.add(new String(host(source).bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<String> paths(Timeline timeline) throws SourceException {
        List<String> paths = new ArrayList<>();
        for (Version version : timeline.versions()) {
            paths.add(host(version.files().open().get(0)).path());
        }
        return paths;
    }

    private static ConfigFile host(ConfigSource source) {
        return ((Lookup.Found) source.applicationHost()).file();
    }

    private Path host(String folder) throws IOException {
        write(temp.resolve(folder).resolve("applicationHost.config"), "<configuration/>", "2026-03-01T00:00:00Z");
        return temp.resolve(folder);
    }

    private static void write(Path file, String text, String time) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    }
}
