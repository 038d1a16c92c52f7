package io.github.iisaudit.report;

import static io.github.iisaudit.report.Sample.HOST;
import static io.github.iisaudit.report.Sample.labelled;
import static io.github.iisaudit.report.Sample.marked;
import static io.github.iisaudit.report.Sample.report;
import static io.github.iisaudit.report.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReporterTest {

    private static final Sample PREAUTH = Sample.of("kernel-mode-preauth-401", Severity.WARNING)
            .message("the first request that already carries credentials can get an unexpected 401.1 (KB 2749007)")
            .at(labelled(
                    marked(HOST, 412, "        <windowsAuthentication [enabled=\"true\"] />"),
                    "useKernelMode is not written anywhere: true by default"))
            .paths("Intranet", "Intranet/hr", "Intranet/wiki", "Portal", "Reports", "Reports/api")
            .via(marked(HOST, 388, "<windowsAuthentication [enabled=\"false\"]>"), "turned off, on again here")
            .fix("choose per application: set useKernelMode=false, or switch off pre-authentication in the client");

    private static final Sample LOCKED = Sample.of("section-locked", Severity.ERROR)
            .message("IIS answers 500.19 (0x80070021): this section is locked here")
            .at(labelled(
                    marked("C/inetpub/careers/web.config", 6, "    [<windowsAuthentication] enabled=\"true\" />"),
                    "not allowed at Careers"))
            .paths("Careers")
            .lockedBy(marked(HOST, 61, "  <section name=\"windowsAuthentication\" [overrideModeDefault=\"Deny\"] />"))
            .fix("unlock it there for this site");

    @Test
    void aFindingIsToldWithPlaceMarkPathsOriginAndFix() {
        assertThat(text(report(PREAUTH))).isEqualTo("""
            warning[kernel-mode-preauth-401]: the first request that already carries
            credentials can get an unexpected 401.1 (KB 2749007)
              --> C/Windows/System32/inetsrv/config/applicationHost.config:412:32
                |
            412 |         <windowsAuthentication enabled="true" />
                |                                ^^^^^^^^^^^^^^ useKernelMode is not written
                |                                               anywhere: true by default
                = at   Intranet, Intranet/hr, Intranet/wiki and 3 more
                = via  applicationHost.config:388 turned off, on again here
                = fix  choose per application: set useKernelMode=false, or switch off
                       pre-authentication in the client
              more: iisaudit explain kernel-mode-preauth-401

            1 server, 9 files, 17 paths: 1 warning
            """);
    }

    @Test
    void aLockIsShownWhereItWasWritten() {
        assertThat(text(report(LOCKED))).isEqualTo("""
            error[section-locked]: IIS answers 500.19 (0x80070021): this section is locked
            here
              --> C/inetpub/careers/web.config:6:5
                |
              6 |     <windowsAuthentication enabled="true" />
                |     ^^^^^^^^^^^^^^^^^^^^^^ not allowed at Careers
               ::: C/Windows/System32/inetsrv/config/applicationHost.config:61
                |
             61 |   <section name="windowsAuthentication" overrideModeDefault="Deny" />
                |                                         --------------------------
                |                                         locked here
                = at   Careers
                = fix  unlock it there for this site
              more: iisaudit explain section-locked

            1 server, 9 files, 17 paths: 1 error
            """);
    }

    @Test
    void furtherPlacesOfARuleTakeALineEach() {
        Sample second = PREAUTH.at(labelled(
                        marked("C/inetpub/portal/web.config", 9, "<windowsAuthentication [enabled=\"true\"]/>"),
                        "useKernelMode is not written anywhere: true by default"))
                .paths("Portal");
        Sample third =
                second.at(labelled(marked(HOST, 455, "  [x]"), "written here")).paths("Reports", "Reports/api");

        assertThat(text(report(PREAUTH, second, third)))
                .contains("""
                      also at
                        C/inetpub/portal/web.config:9:24          Portal
                        C/Windows/…/applicationHost.config:455:3  Reports, Reports/api
                          written here
                      more: iisaudit explain kernel-mode-preauth-401
                    """)
                .containsOnlyOnce("the first request that already");
    }

    @Test
    void theWorstComesFirst() {
        Sample note = Sample.of("a-note", Severity.NOTE);
        Sample error = Sample.of("z-error", Severity.ERROR);

        assertThat(text(report(note, PREAUTH, error)).lines().filter(l -> l.matches("\\w+\\[.*")))
                .extracting(l -> l.substring(0, l.indexOf(']') + 1))
                .containsExactly("error[z-error]", "warning[kernel-mode-preauth-401]", "note[a-note]");
    }

    @Test
    void noLineIsWiderThanEightyColumns() {
        String words = "word ".repeat(60);
        Place deep = labelled(
                marked("C/" + "folder/".repeat(20) + "web.config", 9, " ".repeat(150) + "<a [b=\"1\"]/>"), words);
        Sample long1 = Sample.of("a-rule", Severity.ERROR)
                .message(words)
                .fix(words)
                .at(deep)
                .paths(IntStream.range(0, 40)
                        .mapToObj(i -> "Site/application" + i)
                        .toArray(String[]::new))
                .via(deep, words)
                .note(words, "Site")
                .lockedBy(deep);
        List<Unreadable> unreadable = List.of(new Unreadable("WEB01", "r", deep.file(), "3:7: " + words));

        assertThat(text(report(2, unreadable, List.of(words), long1, long1)).lines())
                .allSatisfy(line -> assertThat(Glyphs.width(line)).isLessThanOrEqualTo(80));
    }

    @Test
    void serversAreNamedWhereThereAreSeveral() {
        Sample other = PREAUTH.server("WEB02", "snapshots/WEB02");

        assertThat(text(report(2, List.of(), List.of(), PREAUTH, other)))
                .contains("  --> WEB01: C/Windows/System32/inetsrv/config/applicationHost.config:412:32")
                .contains("    WEB02: C/…/applicationHost.config:412:32");
    }

    @Test
    void aNoteForSomePathsNamesThem() {
        assertThat(text(report(PREAUTH.note("anonymous is on too", "Portal").note("for all", "Intranet"))))
                .contains("    = note anonymous is on too (Portal)\n");
        assertThat(text(report(LOCKED.note("for all", "Careers")))).contains("    = note for all\n");
    }

    @Test
    void theServerLevelHasAName() {
        assertThat(text(report(LOCKED.paths("")))).contains("    = at   (server)\n");
    }

    @Test
    void filesThatCouldNotBeReadAreNamedWithTheReason() {
        List<Unreadable> files = List.of(
                new Unreadable("WEB01", "r", "C/a/web.config", "3:7: no end tag"),
                new Unreadable("WEB01", "r", "C/b/web.config", "permission denied"));

        assertThat(text(report(1, files, List.of("only one site was collected"), LOCKED)))
                .endsWith("""
                    could not be audited:
                      C/a/web.config:3:7: no end tag
                      C/b/web.config: permission denied

                    note: only one site was collected

                    1 server, 9 files, 17 paths: 1 error, 2 files could not be read
                    """);
    }

    @Test
    void aCleanServerIsSaidToBe() {
        assertThat(text(report())).isEqualTo("1 server, 9 files, 17 paths: no findings\n");
    }

    @Test
    void quietLeavesOutWhatIsNoFinding() {
        Presentation quiet = new Presentation("1", 80, false, true, Automation.NONE);
        Report report = report(1, List.of(), List.of("a notice"));

        assertThat(Sample.render(Format.TEXT.reporter(quiet), report)).isEmpty();
    }

    @Test
    void coloursAddNothingButColours() {
        Presentation coloured = new Presentation("1", 80, true, false, Automation.NONE);
        Report report = report(1, List.of(), List.of("a notice"), PREAUTH, LOCKED, PREAUTH.paths("Portal"));
        String text = Sample.render(Format.TEXT.reporter(coloured), report);

        assertThat(text).contains("\u001B[1;31merror[section-locked]\u001B[0m");
        assertThat(text.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(text(report));
    }

    @Test
    void aPlaceKeepsItsOwnCaveat() {
        Sample cheap = PREAUTH.note("costs speed only", "Intranet");
        Sample dear = PREAUTH.at(
                        marked("C/inetpub/portal/web.config", 9, "<windowsAuthentication [enabled=\"true\"]/>"))
                .paths("Portal")
                .note("an SPN must move", "Portal");
        Sample dearToo = dear.at(marked("C/inetpub/shop/web.config", 9, "<windowsAuthentication [enabled=\"true\"]/>"))
                .paths("Shop");
        Sample none = PREAUTH.at(marked(HOST, 500, "  [x]")).paths("Reports");

        assertThat(text(report(cheap, dear, dearToo, none)))
                .containsSubsequence(
                        "= note costs speed only",
                        "also at",
                        "Portal\n",
                        "      note an SPN must move\n",
                        "Shop\n",
                        "      note as at Portal",
                        "Reports\n",
                        "      without the note above\n");
    }

    @Test
    void findingsWithAnotherRemedyAreToldApart() {
        Sample other = PREAUTH.paths("Portal").fix("give the pool a name first");

        assertThat(text(report(PREAUTH, other)))
                .containsSubsequence("= fix  choose per application", "= fix  give the pool a name first")
                .doesNotContain("also at");
    }

    @Test
    void fullShortensNothing() {
        Presentation full = Sample.PLAIN.with(Presentation.Detail.FULL);
        String text = Sample.render(Format.TEXT.reporter(full), report(PREAUTH, LOCKED.paths("A", "B", "C", "D", "E")));

        assertThat(text)
                .contains("= at   Intranet, Intranet/hr, Intranet/wiki, Portal, Reports, Reports/api\n")
                .contains("= at   A, B, C, D, E\n");
    }
}
