package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueWriterTest {

    @Test
    void leaves_what_the_rule_files_say() throws Exception {
        assertThat(compiled()).isEqualTo(CatalogueWriter.compile(fromFiles()));
    }

    @Test
    void writes_the_same_again_of_what_is_read() throws Exception {
        List<Rule> read = CatalogueReader.read(compiled(), file -> () -> {
            throw new IllegalStateException(file);
        });

        assertThat(CatalogueWriter.compile(read)).isEqualTo(compiled());
    }

    @Test
    void keeps_every_part_of_a_rule() throws Exception {
        List<Rule> read =
                RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules();

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("when", "flag", "label", "message", "cases", "fixes", "manual")
                .isEqualTo(fromFiles());
        for (int i = 0; i < read.size(); i++) {
            Rule rule = read.get(i);
            Rule written = fromFiles().get(i);
            assertThat(rule.xpaths().toString()).isEqualTo(written.xpaths().toString());
            assertThat(rule.manual().get()).isEqualTo(written.manual().get());
            assertThat(rule.cases()).hasSameSizeAs(written.cases());
            for (int j = 0; j < rule.cases().size(); j++) {
                assertThat(rule.cases().get(j).severity())
                        .isEqualTo(written.cases().get(j).severity());
                assertThat(rule.cases().get(j).confidence())
                        .isEqualTo(written.cases().get(j).confidence());
            }
        }
    }

    private static List<Rule> fromFiles() throws RuleException {
        return RuleCatalogue.readFiles(Schema.builtIn().paths()::contains);
    }

    private static byte[] compiled() throws IOException {
        try (InputStream resource = CatalogueWriterTest.class.getResourceAsStream("/rules/catalogue.bin")) {
            assertThat(resource).as("compiled by the build").isNotNull();
            return resource.readAllBytes();
        }
    }
}
