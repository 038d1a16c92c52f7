package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EntriesAheadTest {

    private static final int MANY = 2000;

    private final List<String> told = new ArrayList<>();

    @Test
    void all_that_is_told_comes_once_and_in_its_order() throws Exception {
        List<String> expected = new ArrayList<>();
        EntriesAhead.read(
                intake -> {
                    Entry entry = new Entry();
                    for (int i = 0; i < MANY; i++) {
                        entry.add(Attribute.DN, "CN=" + i);
                        expected.add("CN=" + i);
                        if (i % 300 == 5) {
                            intake.ask(Attribute.SPN);
                            expected.add(expected.size() - 1, "asked");
                        }
                        entry = intake.add(entry);
                        entry.clear();
                    }
                },
                new Told());
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void what_fails_has_told_before_it_fails_and_says_why() {
        assertThatThrownBy(() -> EntriesAhead.read(
                        intake -> {
                            Entry entry = new Entry();
                            entry.add(Attribute.DN, "CN=1");
                            intake.add(entry);
                            throw new UnreadableDirectoryException("it ends");
                        },
                        new Told()))
                .isInstanceOf(UnreadableDirectoryException.class)
                .hasMessage("it ends");
        assertThat(told).containsExactly("CN=1");
    }

    @Test
    void nothing_is_read_on_for_who_takes_no_more() {
        assertThatThrownBy(() -> EntriesAhead.read(
                        intake -> {
                            Entry entry = new Entry();
                            while (true) {
                                entry.add(Attribute.DN, "CN=1");
                                entry = intake.add(entry);
                                entry.clear();
                            }
                        },
                        new Told() {
                            @Override
                            public Entry add(Entry entry) {
                                throw new IllegalStateException("full");
                            }
                        }))
                .hasMessage("full");
    }

    /** Writes down what comes. */
    private class Told implements Intake {

        @Override
        public void miss() {
            told.add("miss");
        }

        @Override
        public Entry add(Entry entry) {
            told.add(entry.dn());
            return entry;
        }

        @Override
        public void drop() {
            told.add("dropped");
        }

        @Override
        public void ask(Attribute attribute) {
            told.add("asked");
        }

        @Override
        public void answer(String pattern) {
            told.add(pattern);
        }

        @Override
        public void knowDuplicates() {
            told.add("duplicates");
        }
    }
}
