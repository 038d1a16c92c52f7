package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSourceTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void a_file_is_read_once_for_all_readers_and_again_when_all_have_closed(@TempDir java.nio.file.Path folder)
            throws Exception {
        Tree tree = new Tree(folder).withWeb("repo/web.config");
        SharedSource shared = new SharedSource(counting(Tree.only(tree.open(SourceOptions.DEFAULTS, "repo"))), 2);
        Lookup first = shared.file("R:\\", "web.config");
        assertThat(first).isInstanceOf(Lookup.Found.class);
        shared.close();
        assertThat(shared.file("R:\\", "web.config")).isSameAs(first);
        assertThat(closed).hasValue(0);
        shared.close();
        assertThat(closed).hasValue(1);
        assertThat(asked).hasValue(1);
        shared.file("R:\\", "web.config");
        assertThat(asked).hasValue(2);
    }

    private ConfigSource counting(ConfigSource source) {
        return new OtherSource(source) {
            @Override
            public Lookup file(String folder, String name) {
                asked.incrementAndGet();
                return super.file(folder, name);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
