package io.github.iisaudit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();

    @Test
    void sayASentenceOnceForAllServersThatItHoldsFor() {
        for (int i = 1; i <= 9; i++) {
            notices.add("WEB" + i, List.of("one folder is missing"));
        }
        notices.add("WEB4", List.of("it is redirected"));
        assertThat(notices.sentences(true))
                .containsExactly(
                        "WEB1, WEB2, WEB3 and 6 more servers: one folder is missing", "WEB4: it is redirected");
    }

    @Test
    void nameAFewServersInFull() {
        for (int i = 1; i <= 4; i++) {
            notices.add("WEB" + i, List.of("one folder is missing"));
        }
        assertThat(notices.sentences(true)).containsExactly("WEB1, WEB2, WEB3, WEB4: one folder is missing");
    }

    @Test
    void nameNoServerWhereThereIsOne() {
        notices.add("WEB1", List.of("one folder is missing"));
        assertThat(notices.sentences(false)).containsExactly("one folder is missing");
    }
}
