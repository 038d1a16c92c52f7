package io.github.iisaudit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Exports of the registry, those too that were made to keep a program busy. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class RegReaderTest {

    private static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]\n";

    private static List<Long> values(String text) throws IOException {
        return RegReader.read("a.reg", new StringReader(text)).stream()
                .map(Examination.ClientSetting::value)
                .toList();
    }

    @Test
    void a_value_may_have_blanks_and_a_comment() throws IOException {
        assertThat(values("[HKCU\\" + KEY + "\"Disable\\NTLMPreAuth\" = dword:00000001 ; why\n"))
                .containsExactly(1L);
        assertThat(values("[HKCU\\" + KEY + "\"DisableNTLMPreAuth\"=hex(4):01,\\\n  00,00,00\n"))
                .containsExactly(1L);
        assertThat(values("[HKCU\\" + KEY + "\"Disable\\\"NTLMPreAuth\"=dword:1\n"))
                .isEmpty();
    }

    @Test
    void a_key_goes_with_all_below_it() throws IOException {
        String set = "[HKU\\a\\b\\" + KEY + "\"DisableNTLMPreAuth\"=dword:1\n";
        assertThat(values(set + "[-HKU\\a\\b]\n")).isEmpty();
        assertThat(values(set + "[-HKU\\a\\]\n[-HKU\\a]b]\n[-HKU\\a\\bc]\n[-HKU\\a\\b\\c]\n"))
                .containsExactly(1L);
    }

    @Test
    void a_name_without_end_is_none() throws IOException {
        assertThat(values("[HKCU\\" + KEY + "\"" + "a".repeat(900_000) + "\"=dword:1\n"))
                .isEmpty();
        assertThat(values("[HKCU\\" + KEY + "\"" + "\\a".repeat(450_000) + "\n"))
                .isEmpty();
    }

    @Test
    void a_value_of_blanks_is_none() throws IOException {
        assertThat(values("[HKCU\\" + KEY + "\"DisableNTLMPreAuth\"=x" + " ".repeat(900_000) + "x\n"))
                .isEmpty();
    }
}
