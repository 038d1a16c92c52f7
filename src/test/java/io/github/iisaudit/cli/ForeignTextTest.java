package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.report.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root:planted:0:0:root:/root:/bin/sh\n",
                "TOKEN=planted\n",
                "{\"token\": \"planted\"}\n",
                "-----BEGIN PRIVATE KEY-----\nplanted\n",
                "[core]\n\ttoken = planted\n",
                "\uFEFFplanted",
                "  planted <configuration/>",
                "<?php $password = 'planted';\n",
                "<3 planted",
            })
    void ofAFileThatIsNoXmlNothingIsShown(String text) throws IOException {
        Files.writeString(folder.resolve("web.config"), text);

        assertNothingIsShown();
    }

    @Test
    void norIsItInOtherEncodings() throws IOException {
        Files.write(folder.resolve("web.config"), "planted=1".getBytes(StandardCharsets.UTF_16));

        assertNothingIsShown();
    }

    private void assertNothingIsShown() {
        for (Format format : Format.values()) {
            Run run = Run.of("scan", folder.toString(), "--format", format.id());
            assertThat(run.exit()).as(format.id()).isEqualTo(3);
            assertThat(run.out() + run.err())
                    .as(format.id())
                    .contains("web.config")
                    .doesNotContain("planted");
        }
        Run effective = Run.of("effective", folder.toString(), "--format", "json");
        assertThat(effective.out() + effective.err()).contains("web.config").doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<configuration>\n<shown a=\n", "\n<?xml version='1.0' shown?>", "<!-- shown"})
    void ofXmlThatIsNotWellFormedTheLineIsShown(String text) throws IOException {
        Files.writeString(folder.resolve("web.config"), text);

        assertThat(Run.of("scan", folder.toString()).out()).contains("shown");
    }
}
