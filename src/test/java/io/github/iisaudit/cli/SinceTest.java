package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SinceTest {

    private static final int SITES = 6;
    private static final String HOST = "applicationHost.config";

    @TempDir
    Path temp;

    @TempDir
    Path beside;

    private GitRepository server;

    @BeforeEach
    void start() {
        server = GitRepository.at(temp).with(HOST, host());
        for (int i = 1; i <= SITES; i++) {
            server.with("C/sites/s" + i + "/web.config", "<configuration><system.webServer/></configuration>");
        }
        server.committed();
    }

    private static String host() {
        StringBuilder host = new StringBuilder("<configuration><configSections>"
                + group("system.applicationHost", section("applicationPools") + section("sites"))
                + group(
                        "system.webServer",
                        group(
                                "security",
                                group(
                                        "authentication",
                                        section("windowsAuthentication") + section("anonymousAuthentication"))))
                + "</configSections>\n<system.applicationHost><applicationPools>\n<add name=\"P\"/>\n"
                + "<add name=\"Q\"/>\n</applicationPools>\n<sites>\n");
        for (int i = 1; i <= SITES; i++) {
            host.append("<site name=\"S" + i + "\" id=\"" + i + "\"><application path=\"/\" applicationPool=\"P\">"
                    + "<virtualDirectory path=\"/\" physicalPath=\"C:\\sites\\s" + i + "\"/></application><bindings>"
                    + "<binding protocol=\"http\" bindingInformation=\"*:80:s" + i + "\"/></bindings></site>\n");
        }
        host.append("</sites></system.applicationHost>\n<system.webServer><security><authentication>\n"
                + "<windowsAuthentication enabled=\"false\"><providers><add value=\"Negotiate\"/>\n"
                + "<add value=\"NTLM\"/></providers></windowsAuthentication>\n"
                + "<anonymousAuthentication enabled=\"false\"/></authentication></security></system.webServer>\n");
        for (int i = 1; i <= SITES; i++) {
            host.append(location(i));
        }
        return host + "</configuration>\n";
    }

    private static String location(int i) {
        return "<location path=\"S" + i + "\"><system.webServer><security><authentication>\n"
                + "<windowsAuthentication enabled=\"true\"/>\n"
                + "</authentication></security></system.webServer></location>\n";
    }

    private static String group(String name, String content) {
        return "<sectionGroup name=\"" + name + "\">" + content + "</sectionGroup>";
    }

    private static String section(String name) {
        return "<section name=\"" + name + "\" overrideModeDefault=\"Allow\"/>";
    }

    @Test
    void nothing_changed_shows_nothing_and_says_how_much_is_not_shown() {
        Run run = since("HEAD");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("\\d+ findings elsewhere are not shown \\(--since HEAD\\)");
        assertThat(found(run)).isEmpty();
    }

    @Test
    void what_git_ignores_was_not_there() {
        server.with(".gitignore", "out/\n").committed();
        server.with("out/" + HOST, host()).with("out/C/sites/s1/web.config", "<configuration/>");
        Run run = Run.of("scan", temp.resolve("out").toString(), "--since", "HEAD");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("findings elsewhere");
    }

    @Test
    void the_commit_that_was_compared_with_is_told() throws IOException {
        change(host -> host + "<!-- -->");
        String commit = server.git("rev-parse", "HEAD~1").strip();
        String told = "compared with commit " + commit + " (--since HEAD";
        assertThat(since("HEAD~1").out().replaceAll("\\s+", " ")).contains(told);
        for (String format : List.of("json", "sarif", "markdown")) {
            assertThat(Run.of("scan", temp.toString(), "--since", "HEAD~1", "--format", format)
                            .out())
                    .as(format)
                    .contains(told);
        }
    }

    @Test
    void what_others_changed_since_the_branch_began_is_not_of_the_branch() {
        server.git("checkout", "-q", "-b", "branch");
        change(host -> host.replace(location(3), location(3).replace("\"true\"", "\"true\" useKernelMode=\"true\"")));
        server.git("checkout", "-q", "main");
        change(host -> host.replace(location(5), ""));
        String main = server.git("rev-parse", "main").strip();
        server.git("checkout", "-q", "branch");
        String began = server.git("merge-base", "main", "branch").strip();
        Run run = since("main");
        assertThat(paths(run)).containsOnly("S3");
        assertThat(run.out())
                .contains("compared with commit " + began + ", the merge base of main and HEAD (--since main)");
        Run exact = Run.of("scan", temp.toString(), "--format", "json", "--since-exact", "main");
        assertThat(paths(exact)).containsOnly("S3", "S5");
        assertThat(exact.out()).contains("compared with commit " + main + " (--since-exact main)");
    }

    @Test
    void a_revision_of_another_history_can_be_compared_with_itself_only() {
        server.git("checkout", "-q", "--orphan", "other");
        server.with("README", "other").committed();
        Run run = since("main");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("--since main: it has no commit in common with HEAD: --since-exact compares with the"
                        + " revision itself");
        assertThat(Run.of("scan", temp.toString(), "--since-exact", "main").exit())
                .isZero();
    }

    @Test
    void the_revision_is_asked_for_in_one_way() {
        Run both = Run.of("scan", temp.toString(), "--since", "HEAD", "--since-exact", "HEAD");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).contains("--since and --since-exact exclude each other");
        Run none = Run.of("scan", temp.toString(), "--since-exact", "no");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).hasLineCount(1).contains("--since-exact no: there is no such revision");
    }

    @Test
    void a_changed_location_tag_shows_what_it_reaches_and_nothing_else() {
        change(host -> host.replace(location(3), location(3).replace("\"true\"", "\"true\" useKernelMode=\"true\"")));
        assertThat(found(since("HEAD~1"))).containsEntry("kernel-mode-preauth-401", List.of("S3"));
        assertThat(paths(since("HEAD~1"))).containsOnly("S3");
    }

    @Test
    void an_added_location_tag_shows_the_sites_that_it_changes() {
        change(host -> host.replace(location(4), ""));
        change(host -> host.replace(location(5), location(4) + location(5)));
        assertThat(paths(since("HEAD~1"))).containsOnly("S4");
        assertThat(paths(since("HEAD~2"))).isEmpty();
    }

    @Test
    void a_removed_location_tag_shows_what_its_site_has_from_above_now() {
        change(host ->
                host.replace("<windowsAuthentication enabled=\"false\">", "<windowsAuthentication enabled=\"true\">"));
        change(host -> host.replace(location(2), ""));
        assertThat(found(since("HEAD~1"))).containsEntry("kernel-mode-preauth-401", List.of("S2"));
        assertThat(paths(since("HEAD~1"))).containsOnly("S2");
    }

    @Test
    void a_location_tag_with_another_path_shows_both_sites() {
        change(host -> host.replace(
                        "<windowsAuthentication enabled=\"false\">", "<windowsAuthentication enabled=\"true\">")
                .replace(location(2), ""));
        change(host -> host.replace("<location path=\"S3\">", "<location path=\"S2\">"));
        assertThat(paths(since("HEAD~1"))).containsOnly("S2", "S3");
    }

    @Test
    void a_site_that_is_gone_shows_the_location_tag_that_lost_its_reason() {
        change(host -> host.replaceAll("<site name=\"S5\".*</site>\n", ""));
        assertThat(found(since("HEAD~1"))).containsOnlyKeys("stale-location");
    }

    @Test
    void another_pool_shows_the_applications_in_it() {
        change(host -> host.replace(
                        "<add name=\"Q\"/>",
                        "<add name=\"Q\"><processModel identityType=\"SpecificUser\""
                                + " userName=\"CONTOSO\\svc\" password=\"[enc:x:eHg=:enc]\"/></add>")
                .replaceAll("(name=\"S[12]\".*)applicationPool=\"P\"", "$1applicationPool=\"Q\""));
        assertThat(paths(since("HEAD~1"))).containsOnly("S1", "S2");
        change(host -> host.replace("CONTOSO\\svc", "CONTOSO\\other"));
        assertThat(paths(since("HEAD~1"))).containsOnly("S1", "S2");
    }

    @Test
    void white_space_comments_and_the_order_of_attributes_and_tags_are_no_change() {
        change(host -> host.replace(location(1), ""));
        change(host -> host.replace("</configuration>", location(1) + "</configuration>"));
        change(host -> host.replace("<", "\r\n    <")
                .replace("\r\n    </", "</")
                .replace("id=\"1\"", "\n id = '1'")
                .replace("</configuration>", "<!-- the end --></configuration>"));
        assertThat(paths(since("HEAD~3"))).isEmpty();
    }

    @Test
    void staged_unstaged_and_untracked_files_count() {
        web(2, "<windowsAuthentication enabled=\"true\" useKernelMode=\"true\"/>");
        assertThat(paths(since("HEAD"))).containsOnly("S2");
        server.git("add", "-A");
        assertThat(paths(since("HEAD"))).containsOnly("S2");
        server.committed();
        assertThat(paths(since("HEAD"))).isEmpty();
        server.with(
                "C/sites/s1/sub/web.config",
                web("<windowsAuthentication enabled=\"true\" authPersistNonNTLM=\"false\"/>"));
        assertThat(paths(since("HEAD"))).containsOnly("S1/sub");
        server.with(".gitignore", "sub/");
        assertThat(paths(since("HEAD"))).containsOnly("S1/sub");
    }

    @Test
    void a_deleted_web_config_shows_what_its_site_has_without_it() {
        web(2, "<windowsAuthentication enabled=\"false\"/>");
        web(4, "<windowsAuthentication enabled=\"false\"/>");
        server.committed().without("C/sites/s2/web.config");
        assertThat(paths(since("HEAD"))).containsOnly("S2");
        assertThat(found(since("HEAD"))).containsEntry("kernel-mode-preauth-401", List.of("S2"));
    }

    @Test
    void a_web_config_that_moved_with_its_folder_to_another_site_shows_that_site() throws IOException {
        web(2, "<windowsAuthentication enabled=\"true\" useKernelMode=\"true\"/>");
        server.committed();
        Files.move(temp.resolve("C/sites/s2/web.config"), temp.resolve("C/sites/s4/moved"));
        Files.move(
                temp.resolve("C/sites/s4/moved"),
                temp.resolve("C/sites/s4/web.config"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        server.committed();
        assertThat(paths(since("HEAD~1"))).containsOnly("S2", "S4");
    }

    @Test
    void a_name_in_another_case_is_no_change() {
        web(2, "<windowsAuthentication enabled=\"true\" useKernelMode=\"true\"/>");
        server.committed();
        server.git("mv", "C/sites/s2/web.config", "C/sites/s2/x");
        server.git("mv", "C/sites/s2/x", "C/sites/s2/Web.config");
        assertThat(paths(since("HEAD"))).isEmpty();
    }

    @Test
    void a_comment_that_suppressed_something_and_is_gone_shows_it() {
        change(host -> host.replace(
                "<windowsAuthentication enabled=\"true\"/>",
                "<!-- iisaudit:ignore kernel-mode-preauth-401 known -->\n<windowsAuthentication enabled=\"true\"/>"));
        change(host -> host.replaceFirst("<!-- iisaudit:ignore kernel-mode-preauth-401 known -->", ""));
        assertThat(found(since("HEAD~1"))).containsOnlyKeys("kernel-mode-preauth-401");
        assertThat(paths(since("HEAD~1"))).containsOnly("S1");
    }

    @Test
    void the_host_of_a_repository_counts_too() throws IOException {
        Files.createDirectories(temp.resolve("app"));
        server.with("app/web.config", web("<windowsAuthentication enabled=\"true\"/>"))
                .committed();
        String[] scan = {
            "scan",
            temp.resolve("app").toString(),
            "--host",
            temp.resolve(HOST).toString(),
            "--site",
            "S1",
            "--format",
            "json",
            "--since",
            "HEAD~1"
        };
        change(host -> host.replace("<add name=\"P\"/>", "<add name=\"P\"/><add name=\"Z\"/>"));
        assertThat(paths(Run.of(scan))).isEmpty();
        change(host -> host.replace(location(2), ""));
        assertThat(paths(Run.of(scan))).isEmpty();
        change(host -> host.replace(location(1), location(1).replace("\"true\"", "\"true\" useKernelMode=\"true\"")));
        assertThat(paths(Run.of(scan))).containsOnly("S1");
    }

    @Test
    void a_project_folder_that_was_renamed_is_no_change_and_its_other_lines_are() throws IOException {
        Path code = Files.createTempDirectory(beside, "code");
        String text = web("\n<windowsAuthentication enabled=\"true\"/>\n");
        GitRepository repository = GitRepository.at(code)
                .with("src/Web/web.config", text)
                .with("src/Web/sub/web.config", text)
                .with("src/Api/web.config", text)
                .committed();
        repository.git("mv", "src/Web", "src/Portal");
        assertThat(paths(sinceHead(code))).isEmpty();
        repository.with("src/Portal/sub/web.config", text.replace("\"true\"", "\"true\" useKernelMode=\"true\""));
        assertThat(paths(sinceHead(code))).containsOnly("Portal/sub");
        repository.committed().git("mv", "src/Portal/sub", "src/Portal/other");
        assertThat(paths(sinceHead(code))).containsOnly("Portal/other");
    }

    private static Run sinceHead(Path folder) {
        return Run.of("scan", folder.toString(), "--format", "json", "--since", "HEAD");
    }

    @Test
    void what_cannot_be_compared_is_one_line_and_exit_2() throws IOException {
        Run unknown = since("nonsense");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).hasLineCount(1).contains("no such revision");
        Run option = Run.of("scan", temp.toString(), "--since=-x");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).hasLineCount(1).contains("--since");
        Run input = Run.withInput("<configuration/>", "scan", "-", "--since", "HEAD");
        assertThat(input.exit()).isEqualTo(2);
        assertThat(input.err()).hasLineCount(1).contains("standard input");
        Path elsewhere = beside;
        Files.writeString(elsewhere.resolve("web.config"), "<configuration/>");
        Run outside = Run.of("scan", elsewhere.toString(), "--since", "HEAD");
        assertThat(outside.exit()).isEqualTo(2);
        assertThat(outside.err()).hasLineCount(1).contains("is in no git work tree");
    }

    @Test
    void a_shallow_clone_is_told_to_fetch_more() throws IOException {
        change(host -> host.replace(location(1), ""));
        Path clone = Files.createTempDirectory(beside, "clone");
        server.git("clone", "-q", "--depth=1", temp.toUri().toString(), clone.toString());
        Run run = Run.of("scan", clone.toString(), "--since", "HEAD~1");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("shallow clone: fetch more of the history");
    }

    private void web(int site, String section) {
        server.with("C/sites/s" + site + "/web.config", web(section));
    }

    private static String web(String section) {
        return "<configuration><system.webServer><security><authentication>" + section
                + "</authentication></security></system.webServer></configuration>";
    }

    /** Commits applicationHost.config, changed. */
    private void change(UnaryOperator<String> edit) {
        try {
            String before = Files.readString(temp.resolve(HOST));
            String after = edit.apply(before);
            assertThat(after).isNotEqualTo(before);
            server.with(HOST, after).committed();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Run since(String revision) {
        return Run.of("scan", temp.toString(), "--format", "json", "--since", revision);
    }

    /** The paths of each rule's findings. */
    private static Map<String, List<String>> found(Run run) {
        Map<String, List<String>> found = new TreeMap<>();
        assertThat(run.out()).as(run.err()).startsWith("{");
        for (JsonNode finding : new ObjectMapper().readTree(run.out()).path("findings")) {
            List<String> paths = found.computeIfAbsent(finding.path("rule").asString(), rule -> new ArrayList<>());
            finding.path("paths").forEach(path -> paths.add(path.asString()));
        }
        return found;
    }

    private static List<String> paths(Run run) {
        return found(run).values().stream().flatMap(List::stream).distinct().toList();
    }
}
