package io.github.iisaudit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class TraceReaderTest {

    private static long code(String text) throws IOException, UnreadableEvidenceException {
        String trace = "<failedRequest url='http://a/' statusCode='401.1'><Event><EventData><Data Name='ErrorCode'>"
                + text + "</Data></EventData></Event></failedRequest>";
        return TraceReader.read(trace.getBytes(StandardCharsets.UTF_8)).code();
    }

    @Test
    void an_error_code_may_have_words_around_it() throws IOException, UnreadableEvidenceException {
        assertThat(code("2148074254")).isEqualTo(0x8009030EL);
        assertThat(code("No credentials (0x8009030e)")).isEqualTo(0x8009030EL);
        assertThat(code("5")).isEqualTo(5);
        assertThat(code("none")).isZero();
    }

    @Test
    void an_error_code_of_many_letters_is_none() throws IOException, UnreadableEvidenceException {
        assertThat(code("z".repeat(900_000))).isZero();
    }
}
