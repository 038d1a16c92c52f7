package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedSchemaTest {

    @Test
    void whatIsReadIsWhatWasPacked() throws IOException {
        Map<String, ElementSchema> files = Schema.readFiles();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();

        PackedSchema.write(files, packed);

        Map<String, ElementSchema> read = PackedSchema.read(packed.toByteArray());
        assertThat(read).isNotEmpty().isEqualTo(files);
        assertThat(List.copyOf(read.keySet())).isEqualTo(List.copyOf(files.keySet()));
    }

    @Test
    void theBuildHasPackedTheSchemaFilesAsTheyAre() throws IOException {
        Map<String, ElementSchema> files = Schema.readFiles();

        assertThat(List.copyOf(Schema.builtIn().paths())).isEqualTo(List.copyOf(files.keySet()));
        files.forEach((path, section) ->
                assertThat(Schema.builtIn().section(path)).as(path).isEqualTo(section));
    }
}
