package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long MILLISECOND = 1_000_000;

    private final StringWriter text = new StringWriter();
    private final AtomicLong now = new AtomicLong();
    private final ProgressLine line = new ProgressLine(new PrintWriter(text), now::get, () -> false);

    private void after(long milliseconds) {
        now.addAndGet(milliseconds * MILLISECOND);
        line.done(50, 7);
    }

    @Test
    void saysHowFarItIsAndHowLongItWillTake() {
        line.start(400);
        after(2000);
        assertThat(text).hasToString("\r\u001b[K1 of 400 servers, 50 files, 7 findings, 0.5 servers/s, 13:18 left");
    }

    @Test
    void isWrittenTenTimesASecondAtMost() {
        line.start(400);
        for (int i = 0; i < 300; i++) {
            after(1);
        }
        assertThat(text.toString().split("\r", -1)).hasSize(4);
    }

    @Test
    void isWipedOutAtTheEnd() {
        line.start(2);
        after(500);
        after(500);
        line.end();
        assertThat(text.toString()).endsWith(" left\r\u001b[K");
    }

    @Test
    void isNotSeenWhereAllIsDoneAtOnce() {
        line.start(2);
        after(20);
        after(20);
        line.end();
        assertThat(text.toString()).isEmpty();
    }
}
