package io.github.iisaudit.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.Audit;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.Triage;
import io.github.iisaudit.source.ChangedFiles;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.GitRepository;
import io.github.iisaudit.source.PastSource;
import io.github.iisaudit.source.Revisions;
import io.github.iisaudit.source.Since;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared in part, held against what is compared as a whole. */
class ComparisonTest {

    private static final List<String> FOLDERS =
            List.of("", "app/", "app/sub/", "app/sub/deep/", "hr/", "hr/in/", "shared/", "shared/x/");

    /** One is in force, the others are what a change may make of it. */
    private static final List<String> SECTIONS = List.of(
            "",
            "<windowsAuthentication enabled=\"true\"/>",
            "<windowsAuthentication enabled=\"true\" useKernelMode=\"false\"/>",
            "<!-- iisaudit:ignore kernel-mode-preauth-401 -- known --><windowsAuthentication enabled=\"true\"/>",
            "<windowsAuthentication enabled=\"true\"><providers><clear/><add value=\"NTLM\"/></providers>"
                    + "</windowsAuthentication><anonymousAuthentication enabled=\"true\"/>",
            "<windowsAuthentication configSource=\"auth.config\"/>",
            "<windowsAuthentication enabled=\"false\"/><basicAuthentication enabled=\"true\"/>",
            "<anonymousAuthentication enabled=\"false\"/><!-- iisaudit:ignore section-locked -->",
            "<windowsAuthentication enabled=\"perhaps\"/>",
            "<windowsAuthentication");

    @TempDir
    Path temp;

    private Path root = Path.of("");
    private List<Rule> rules = List.of();
    private int outside;

    @BeforeEach
    void start() throws Exception {
        rules = RuleCatalogue.of(List.of(), section -> true).rules();
    }

    @Test
    void a_server_compared_in_part_has_the_findings_of_one_compared_as_a_whole() throws Exception {
        for (int seed = 1; seed <= 6; seed++) {
            compare(new Random(seed), tree(seed).with("applicationHost.config", host("true")), "C/web/");
        }
        assertThat(outside).isGreaterThan(50);
    }

    @Test
    void a_repository_compared_in_part_has_the_findings_of_one_compared_as_a_whole() throws Exception {
        for (int seed = 1; seed <= 6; seed++) {
            compare(new Random(seed), tree(seed), "");
        }
        assertThat(outside).isGreaterThan(50);
    }

    @Test
    void a_comparison_that_is_to_end_leaves_all_findings() throws Exception {
        GitRepository tree = tree(0).with("web.config", web(SECTIONS.get(1))).committed();
        tree.with("sub/web.config", web(SECTIONS.get(2)));
        List<ConfigSource> sources =
                Sources.open(List.of(root.toString()), SourceOptions.DEFAULTS).sources();
        Terms terms = new Terms(rules, List.of(), () -> true);
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            ChangeTriage triage =
                    new ChangeTriage(revisions.since(), ChangedFiles.since(revisions, sources), sources, terms);
            List<Finding> findings = findings(sources);
            assertThat(triage.judge(findings)).isEqualTo(findings).isNotEmpty();
            assertThat(triage.unjudged())
                    .extracting(Triage.Unjudged::reason)
                    .containsExactly("not compared with HEAD, so all findings are shown: interrupted");
        }
    }

    private List<Finding> findings(List<ConfigSource> sources) {
        try (Audit.Outcome outcome = Audit.run(sources, Audit.Plan.of(rules))) {
            List<Finding> findings = new ArrayList<>();
            outcome.report().findings().forEach(findings::add);
            return findings;
        }
    }

    private GitRepository tree(int seed) throws IOException {
        root = Files.createDirectories(temp.resolve("tree" + seed));
        return GitRepository.at(root);
    }

    private void compare(Random random, GitRepository tree, String below) throws Exception {
        for (String folder : FOLDERS) {
            edit(random, tree, below + folder);
        }
        tree.with(below + "kept/web.config", web(SECTIONS.get(1)));
        tree.committed();
        for (int round = 0; round < 12; round++) {
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                edit(random, tree, below + FOLDERS.get(random.nextInt(FOLDERS.size())));
            }
            if (random.nextInt(12) == 0 && !below.isEmpty()) {
                tree.with("applicationHost.config", host(random.nextBoolean() ? "true" : "false"));
            }
            check("round " + round);
            tree.git("checkout", "-q", ".");
            tree.git("clean", "-q", "-f", "-d");
        }
    }

    private static void edit(Random random, GitRepository tree, String folder) throws IOException {
        String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
        Path file = tree.root().resolve(folder).resolve("web.config");
        switch (random.nextInt(8)) {
            case 0 -> Files.deleteIfExists(file);
            case 1 -> tree.with(folder + "auth.config", "<windowsAuthentication enabled=\"true\"/>");
            case 2 -> tree.with(folder + "web.config", located(random, section));
            case 3 -> tree.with(folder + "new" + random.nextInt(3) + "/web.config", web(section));
            case 4 -> rename(file, random);
            default -> tree.with(folder + "web.config", web(section));
        }
    }

    private static void rename(Path file, Random random) throws IOException {
        Path folder = file.getParent().resolveSibling("moved" + random.nextInt(100));
        if (Files.exists(file) && file.getParent().getFileName().toString().equals("deep")) {
            Files.move(file.getParent(), folder);
        }
    }

    private static String web(String section) {
        return "<configuration><system.webServer><security><authentication>\n" + section
                + "\n</authentication></security></system.webServer></configuration>\n";
    }

    private static String located(Random random, String section) {
        String path = List.of("sub", "in", "x", "sub/deep").get(random.nextInt(4));
        return "<configuration><location path=\"" + path + "\"><system.webServer><security><authentication>\n" + section
                + "\n</authentication></security></system.webServer></location></configuration>\n";
    }

    /** Folders lie at several paths, and applications inherit from others than the folders that they lie in. */
    private static String host(String enabled) {
        return "<configuration><configSections>"
                + "<sectionGroup name=\"system.applicationHost\"><section name=\"applicationPools\"/>"
                + "<section name=\"sites\"/></sectionGroup><sectionGroup name=\"system.webServer\">"
                + "<sectionGroup name=\"security\"><sectionGroup name=\"authentication\">"
                + "<section name=\"windowsAuthentication\"/><section name=\"anonymousAuthentication\"/>"
                + "<section name=\"basicAuthentication\" overrideModeDefault=\"Deny\"/>"
                + "</sectionGroup></sectionGroup></sectionGroup></configSections><system.applicationHost>"
                + "<applicationPools><add name=\"P\"/></applicationPools><sites>"
                + site("One", 1, app("/", "C:\\web\\app") + app("/hr", "C:\\web\\hr") + app("/hr/s", "C:\\web\\shared"))
                + site("Two", 2, app("/", "C:\\web\\shared") + app("/a", "C:\\web\\app"))
                + site("Kept", 3, app("/", "C:\\web\\kept") + app("/none", "C:\\none"))
                + "</sites></system.applicationHost>"
                + web("<windowsAuthentication enabled=\"" + enabled + "\"><providers><add value=\"Negotiate\"/>"
                                + "<add value=\"NTLM\"/></providers></windowsAuthentication>")
                        .substring("<configuration>".length());
    }

    private static String site(String name, int id, String applications) {
        return "<site name=\"" + name + "\" id=\"" + id + "\">" + applications + "<bindings><binding protocol=\"http\""
                + " bindingInformation=\"*:80:" + name + "\"/></bindings></site>";
    }

    private static String app(String path, String folder) {
        return "<application path=\"" + path + "\" applicationPool=\"P\"><virtualDirectory path=\"/\" physicalPath=\""
                + folder + "\"/></application>";
    }

    private void check(String round) throws Exception {
        List<ConfigSource> sources =
                Sources.open(List.of(root.toString()), SourceOptions.DEFAULTS).sources();
        List<Finding> findings = findings(sources);
        try (Revisions revisions = new Revisions(new Since("HEAD", false))) {
            ChangedFiles changed = ChangedFiles.since(revisions, sources);
            for (ConfigSource source : sources) {
                Optional<PastSource> past = changed.past(source);
                if (past.isPresent()) {
                    compare(source, past.get(), findings, round);
                }
            }
        }
    }

    private void compare(ConfigSource source, PastSource past, List<Finding> findings, String round) {
        Terms all = new Terms(rules, rules.stream().map(Rule::id).toList(), () -> false);
        Comparison whole = Comparison.whole(source, past, all);
        Comparison some = Comparison.of(source, past, all);
        for (Finding finding : findings) {
            Optional<Finding> expected = whole.changed(finding);
            Optional<Finding> kept = some.changed(finding);
            outside += some.isInside(finding) ? 0 : 1;
            if (!some.isInside(finding) && isForWordsOnly(expected, finding, whole)) {
                assertThat(kept).as(round).isNotEqualTo(expected);
            } else {
                assertThat(kept).as(round + ": " + finding).isEqualTo(expected);
            }
            if (kept.isPresent()) {
                assertThat(some.newComment(finding)).as(round).isEqualTo(whole.newComment(finding));
            }
        }
    }

    /** Its words are those of the first of its paths, so that they change where it does not reach that any more. */
    private static boolean isForWordsOnly(Optional<Finding> kept, Finding finding, Comparison whole) {
        return kept.filter(finding::equals).isPresent() && !whole.isPlaceChanged(finding);
    }
}
