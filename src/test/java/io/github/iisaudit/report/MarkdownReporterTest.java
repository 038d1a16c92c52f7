package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Fixed;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class MarkdownReporterTest {

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR);

    /** What a reader of Markdown makes of a report. */
    private static final class Seen extends AbstractVisitor {

        private final List<Integer> cells = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final List<Node> links = new ArrayList<>();
        private final List<String> headings = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        static Seen of(String markdown) {
            Seen seen = new Seen();
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build()
                    .parse(markdown)
                    .accept(seen);
            return seen;
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow && node.getParent() instanceof TableBody) {
                int count = 0;
                for (Node cell = node.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    count += cell.getFirstChild() == null ? 0 : 1;
                }
                cells.add(count);
            }
            visitChildren(node);
        }

        @Override
        public void visit(HtmlBlock node) {
            html.add(node.getLiteral());
        }

        @Override
        public void visit(HtmlInline node) {
            html.add(node.getLiteral());
        }

        @Override
        public void visit(Link node) {
            links.add(node);
        }

        @Override
        public void visit(Image node) {
            links.add(node);
        }

        @Override
        public void visit(Heading node) {
            Seen heading = new Seen();
            heading.visitChildren(node);
            headings.add(heading.text.toString());
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }
    }

    private static String markdown(Report report) {
        return Sample.render(Format.MARKDOWN.reporter(Sample.PLAIN), report);
    }

    private static Report of(List<Finding> findings) {
        return Sample.report(1, List.of(), List.of(), findings);
    }

    @Test
    void aFindingIsARowAndAFold() {
        Sample sample = LOCKED.fix("unlock it")
                .at(Sample.labelled(LOCKED.place(), "not allowed"))
                .lockedBy(Sample.labelled(Sample.marked(Sample.HOST, 61, "[x]"), "locked here"))
                .via(Sample.marked("C/inetpub/hr/web.config", 2, "[x]"), "set here")
                .note("It is so.", "Site");

        assertThat(markdown(of(List.of(sample.finding())))).isEqualTo("""
                        ## iisaudit: 1 error

                        Audited: 1 server, 9 files, 17 paths.

                        ### 1 error

                        | rule | place | paths | what is wrong |
                        |---|---|---|---|
                        | `section-locked` | `C/inetpub/hr/web.config:6` | Site | something is wrong here |

                        <details><summary><code>section-locked</code>: something is wrong (1)</summary>

                        At `snapshots/WEB01/C/inetpub/hr/web.config`, line 6:

                        ```xml
                        <windowsAuthentication enabled="true" />
                                               ^^^^^^^^^^^^^^ not allowed
                        ```

                        - **Locked by** `C/Windows/System32/inetsrv/config/applicationHost.config:61`: locked here
                        - **Via** `line 2`: set here
                        - **Note:** It is so.
                        - **Paths:** Site
                        - **Fix:** unlock it

                        The rule as a page: `iisaudit explain section-locked`

                        </details>
                        """);
    }

    @Test
    void aReportWithoutFindingsSaysSo() {
        assertThat(markdown(of(List.of()))).isEqualTo("""
                        ## iisaudit: no findings

                        Audited: 1 server, 9 files, 17 paths.
                        """);
    }

    @Test
    void whatDoesNotCountIsANumber() {
        Report report = of(List.of(
                LOCKED.suppressed("meant"),
                LOCKED.finding().as(Finding.BaselineState.UNCHANGED),
                LOCKED.finding().as(Finding.BaselineState.NEW)));

        assertThat(markdown(report))
                .contains("Not counted: 1 known from the baseline, 1 suppressed.")
                .containsOnlyOnce("| `section-locked` |");
    }

    @Test
    void whatWasNotAuditedAndWhatIsFixedHasAList() {
        Report report = Hostile.report(
                List.of(),
                new Fixed("section-locked", "WEB01", "C/a/web.config", "windowsAuthentication", "0"),
                new Unreadable("WEB01", "r", "a/web.config", "3:7: no end tag"),
                List.of("2 folders were not collected"));

        assertThat(markdown(report)).isEqualTo("""
                        ## iisaudit: no findings in what could be read

                        Audited: 1 server, 9 files, 17 paths. Fixed since the baseline: 1. **Not audited: 1 file.**

                        ### Not audited

                        - `r/a/web.config`: 3:7: no end tag

                        ### Fixed since the baseline

                        - `section-locked` in `C/a/web.config` of WEB01: windowsAuthentication

                        ### Limits of this answer

                        - 2 folders were not collected
                        """);
    }

    @Test
    void aFleetHasAColumnForTheServer() {
        Report report = Sample.report(2, List.of(), List.of(), LOCKED.server("WEB02", "snapshots/WEB02"));

        assertThat(markdown(report)).contains("| `section-locked` | WEB02 | `C/inetpub/hr/web.config:6` | Site |");
        assertThat(Seen.of(markdown(report)).cells).containsExactly(5);
    }

    @Test
    void whatIsTheSameOnSeveralServersIsOneRow() {
        Report report = Sample.report(3, List.of(), List.of(), LOCKED, LOCKED.server("WEB02", "snapshots/WEB02"));

        assertThat(markdown(report))
                .contains("### 2 errors\n")
                .contains(
                        "| `section-locked` | WEB01 and 1 more | `C/inetpub/hr/web.config:6` and 1 more | Site and 1 more |")
                .contains("snapshots/WEB02");
        assertThat(Seen.of(markdown(report)).cells).containsExactly(5);
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        List<Finding> findings = new ArrayList<>(Hostile.many(12));
        findings.add(Hostile.sample(Severity.ERROR).finding());
        Seen seen = Seen.of(markdown(Hostile.report(findings)));

        assertThat(seen.cells).hasSize(13).containsOnly(4);
        assertThat(seen.links).isEmpty();
        assertThat(seen.html)
                .hasSize(26)
                .allMatch(h -> h.equals("</details>")
                        || h.matches(
                                "<details><summary><code>[a-z0-9-]+</code>: something is wrong \\(1\\)</summary>"));
        assertThat(seen.headings)
                .containsExactly(
                        "iisaudit: 5 errors, 4 warnings, 4 notes",
                        "5 errors",
                        "4 warnings",
                        "4 notes",
                        "Not audited",
                        "Fixed since the baseline",
                        "Limits of this answer");
        assertThat(seen.text)
                .contains("</details><script>alert(1)</script>", "a|b `c`", "<!-- x -->", "$a$ ~~b~~ ```` *i* _u_")
                .doesNotContain("@maintainers", "#12", "www.evil", "http://");
    }

    @Test
    void theTestsReaderSeesForgedMarkup() {
        Seen seen = Seen.of("| a |\n|---|\n| b | c |\n\n" + Hostile.TEXT);

        assertThat(seen.html).isNotEmpty();
        assertThat(seen.links).isNotEmpty();
        assertThat(seen.text).contains("@maintainers");
    }

    @Test
    void thousandsOfFindingsFitIntoAComment() {
        for (int count : List.of(300, 3000)) {
            String markdown = markdown(Hostile.report(Hostile.many(count)));
            Seen seen = Seen.of(markdown);

            assertThat(markdown.length()).isLessThan(60_000);
            assertThat(seen.cells).hasSizeGreaterThan(40).containsOnly(4);
            int left = count - seen.cells.size();
            assertThat(markdown)
                    .contains("> **Shortened:** " + left + " findings and the details of " + count + " are left out")
                    .contains("\n### Not audited\n");
        }
    }

    @Test
    void detailsAreLeftOutBeforeRowsAre() {
        String markdown = markdown(Hostile.report(Hostile.many(60)));

        assertThat(Seen.of(markdown).cells).hasSize(60);
        assertThat(markdown).contains("> **Shortened:** Details of ").contains("<details>");
        assertThat(markdown.length()).isBetween(50_000, 60_000);
    }
}
