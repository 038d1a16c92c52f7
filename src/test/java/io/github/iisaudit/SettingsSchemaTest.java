package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.iisaudit.report.SettingsSchema;
import io.github.iisaudit.settings.SettingsException;
import io.github.iisaudit.settings.SettingsReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors and the program say the same of a settings file. */
class SettingsSchemaTest {

    private static final Path SHIPPED = Path.of("docs/iisaudit.schema.json");

    private static String schema() throws IOException {
        StringWriter out = new StringWriter();
        SettingsSchema.write(out);
        return out.toString();
    }

    private static List<?> mistakes(String yaml) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema());
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static void read(String yaml) throws SettingsException {
        SettingsReader.read("x.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theShippedSchemaIsCurrent() throws IOException {
        String shipped = Files.readString(SHIPPED).replace("\r\n", "\n");

        assertThat(shipped.equals(schema()))
                .as("write it again: java -jar target/iisaudit.jar config --schema > " + SHIPPED)
                .isTrue();
    }

    @Test
    void theExampleOfItsPageIsValid() throws IOException {
        Matcher example = Pattern.compile("(?s)```yaml\\n(# yaml-language-server.*?)```")
                .matcher(Files.readString(Path.of("docs", "settings.md")).replace("\r\n", "\n"));
        assertThat(example.find()).isTrue();

        assertThat(mistakes(example.group(1))).isEmpty();
        assertThatCode(() -> read(example.group(1))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fail-on: never",
                "env: {PORT: 8080, ON: true}",
                "severity: {section-locked: off}",
                "suppressions: [{rule: ntlm-only, path: '**', reason: 4711}]",
                "suppressions: []"
            })
    void bothTakeWhatIsRight(String yaml) throws IOException {
        assertThat(mistakes(yaml)).isEmpty();
        assertThatCode(() -> read(yaml)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fail-no: never",
                "fail-on: sometimes",
                "fail-on: [error]",
                "- fail-on",
                "severity: {section-locked: fatal}",
                "rules: my-rules",
                "rules: ['']",
                "ignore: ['!x']",
                "suppressions: {}",
                "suppressions: [{rule: ntlm-only, path: a}]",
                "suppressions: [{rule: ntlm-only, path: a, reason: b, until: 2026-01-01}]",
                "suppressions: [{rule: ntlm-only, path: a, reason: b, expires: 1.1.2026}]",
                "suppressions: [{rule: ntlm-only, path: a, reason: b, expires: 2026-13-01}]"
            })
    void bothRefuseWhatIsWrong(String yaml) throws IOException {
        assertThat(mistakes(yaml)).isNotEmpty();
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(SettingsException.class);
    }
}
