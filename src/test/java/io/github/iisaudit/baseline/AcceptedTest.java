package io.github.iisaudit.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptedTest {

    private static final Entry HERE = new Entry("WEB01", "a/web.config", "rule", "x", "0123456789abcdef");
    private static final Entry ELSEWHERE = new Entry("WEB01", "b/web.config", "rule", "x", "0123456789abcdef");
    private static final Entry OTHER = new Entry("WEB01", "a/web.config", "rule", "y", "fedcba9876543210");

    private final Accepted accepted = new Accepted();

    @Test
    void givesEachEntryOnce() {
        accepted.add(HERE);
        accepted.add(HERE);

        assertThat(accepted.take(HERE)).contains(HERE);
        assertThat(accepted.take(HERE)).contains(HERE);
        assertThat(accepted.take(HERE)).isEmpty();
        assertThat(accepted.takeMoved(HERE, file -> false)).isEmpty();
    }

    @Test
    void givesAnotherFileOnRequestOnly() {
        accepted.add(ELSEWHERE);

        assertThat(accepted.take(HERE)).isEmpty();
        assertThat(accepted.takeMoved(HERE, file -> true)).isEmpty();
        assertThat(accepted.takeMoved(HERE, file -> false)).contains(ELSEWHERE);
        assertThat(accepted.left()).isEmpty();
    }

    @Test
    void keepsWhatNobodyTakes() {
        accepted.add(OTHER);
        accepted.add(ELSEWHERE);
        accepted.add(HERE);
        accepted.take(ELSEWHERE);

        assertThat(accepted.takeMoved(OTHER, file -> false)).contains(OTHER);
        assertThat(accepted.left()).containsExactly(HERE);
    }
}
