package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int MANY = 100_000;

    private final Memory<Object> memory = new Memory<>();
    private final Object one = new Object();

    @Test
    void anAnswerIsFoundByTheSameInputs() {
        Object answer = memory.keep(Inputs.of(one, "text", 1), new Object());
        assertThat(memory.find(Inputs.of(one, "te" + "xt".strip(), 1))).isSameAs(answer);
        assertThat(memory.find(Inputs.of(one, "text", 2))).isNull();
        assertThat(memory.find(Inputs.of(one, "text"))).isNull();
        assertThat(memory.find(Inputs.of(new Object(), "text", 1))).isNull();
    }

    @Test
    void objectsThatAreEqualAreNotTheSame() {
        memory.keep(Inputs.of(List.of()), one);
        assertThat(memory.find(Inputs.of(new ArrayList<>()))).isNull();
    }

    @Test
    void whoIsLaterGetsTheFirstAnswer() {
        Inputs inputs = Inputs.of(one);
        memory.keep(inputs, one);
        assertThat(memory.keep(Inputs.of(one), new Object())).isSameAs(one);
    }

    @Test
    void whatNobodyAsksForInAnEraIsForgottenAfterIt() {
        Eras eras = new Eras();
        Memory<Object> memory = new Memory<>(eras);
        memory.keep(Inputs.of("old"), one);
        memory.keep(Inputs.of("asked"), one);
        eras.next();
        assertThat(memory.find(Inputs.of("asked"))).isSameAs(one);
        eras.next();
        assertThat(memory.find(Inputs.of("old"))).isNull();
        assertThat(memory.find(Inputs.of("asked"))).isSameAs(one);
    }

    @Test
    void aMemoryThatIsOnlyToldForgetsToo() {
        Eras eras = new Eras();
        Memory<Object> memory = new Memory<>(eras);
        memory.keep(Inputs.of("old"), one);
        for (int i = 0; i < 3; i++) {
            eras.next();
            memory.keep(Inputs.of(i), one);
        }
        assertThat(memory.keep(Inputs.of("old"), memory)).isSameAs(memory);
    }

    @Test
    void whatIsTooMuchIsForgottenInAnEraToo() {
        memory.keep(Inputs.of("old"), one);
        for (int i = 0; i < MANY; i++) {
            memory.keep(Inputs.of(i), one);
        }
        assertThat(memory.find(Inputs.of("old"))).isNull();
    }
}
