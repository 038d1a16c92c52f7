package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Severity;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Finding PLAIN = Sample.of("a-rule", Severity.ERROR)
            .paths("Site", "Site/app")
            .via(Sample.marked("web.config", 7, "  <a [b=\"ü\"] />"), "was false")
            .note("for one of them", "Site/app")
            .lockedBy(Sample.marked("applicationHost.config", 300, "<[section] name=\"x\" />"))
            .finding();
    private static final Finding SUPPRESSED = Sample.of("b-rule", Severity.NOTE).suppressed("meant so");
    private static final Finding KNOWN =
            Sample.of("c-rule", Severity.WARNING).finding().as(BaselineState.UNCHANGED);

    private static List<Finding> many() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            many.add(PLAIN);
            many.add(SUPPRESSED);
            many.add(KNOWN);
        }
        return many;
    }

    @Test
    void areTheSameAfterTheyWereBytesInMemory() {
        try (Findings findings = new Findings()) {
            many().forEach(findings::add);
            assertThat(findings).containsExactlyElementsOf(many());
            assertThat(findings).as("a second visit").hasSize(15_000);
        }
    }

    @Test
    void areTheSameAfterTheyWereInAFile() {
        try (Findings findings = new Findings(new FindingBlocks(10))) {
            many().forEach(findings::add);
            assertThat(findings).containsExactlyElementsOf(many());
            findings.add(PLAIN);
            assertThat(findings).hasSize(15_001);
        }
    }

    /** Where a file can go on without a name. */
    @Test
    void leaveNoFileBehindWhoeverEndsTheProgram() {
        assumeThat(File.separatorChar).isEqualTo('/');
        Set<String> before = files();
        try (Findings findings = new Findings(new FindingBlocks(10))) {
            many().forEach(findings::add);
            assertThat(files()).isSubsetOf(before);
        }
    }

    private static Set<String> files() {
        String[] names = new File(System.getProperty("java.io.tmpdir")).list((in, name) -> name.endsWith(".findings"));
        return Set.of(names == null ? new String[0] : names);
    }

    @Test
    void areCountedWithoutAVisit() {
        try (Findings findings = Findings.of(many())) {
            assertThat(findings.size()).isEqualTo(15_000);
            assertThat(findings.suppressed()).isEqualTo(5000);
            assertThat(findings.known()).isEqualTo(5000);
            assertThat(findings.count(Severity.ERROR)).isEqualTo(5000);
            assertThat(findings.count(Severity.WARNING)).isZero();
            assertThat(findings.has(Severity.WARNING)).isTrue();
            assertThat(findings.reported()).hasSize(5000);
        }
    }

    @Test
    void canHaveSomeBeforeAllOthers() {
        try (Findings findings = Findings.of(List.of(PLAIN))) {
            findings.addFirst(List.of(KNOWN, SUPPRESSED));
            assertThat(findings).containsExactly(KNOWN, SUPPRESSED, PLAIN);
            assertThat(findings.size()).isEqualTo(3);
        }
    }

    @Test
    void endWithAnException() {
        assertThatThrownBy(() -> Findings.of(List.of()).iterator().next()).isInstanceOf(NoSuchElementException.class);
    }
}
