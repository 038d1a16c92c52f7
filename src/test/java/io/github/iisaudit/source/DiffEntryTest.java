package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffEntryTest {

    private static final String ZEROS = String.join("", Collections.nCopies(40, "0"));
    private static final String OBJECT = "23053de093d1c749fd7d2ba5a6236f2f937842bc";

    @Test
    void each_file_has_a_record_of_its_change_and_one_of_its_path() {
        List<DiffEntry> entries = DiffEntry.parse(List.of(
                ":100644 100644 " + OBJECT + " " + ZEROS + " M",
                "a b/web.config",
                ":000000 100644 " + ZEROS + " " + OBJECT + " A",
                "new/\nweb.config",
                ":100644 000000 " + OBJECT + " " + ZEROS + " D",
                "gone"));
        assertThat(entries).extracting(DiffEntry::path).containsExactly("a b/web.config", "new/\nweb.config", "gone");
        assertThat(entries).extracting(DiffEntry::isNew).containsExactly(false, true, false);
        assertThat(entries.get(2).object()).isEqualTo(OBJECT);
    }

    @Test
    void a_submodule_has_no_content() {
        List<DiffEntry> entries = DiffEntry.parse(List.of(":160000 160000 " + OBJECT + " " + ZEROS + " M", "library"));
        assertThat(entries).containsExactly(new DiffEntry("library", DiffEntry.NOTHING));
    }

    @Test
    void nothing_is_no_change() {
        assertThat(DiffEntry.parse(List.of())).isEmpty();
    }
}
