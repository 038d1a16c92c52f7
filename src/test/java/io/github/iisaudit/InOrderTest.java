package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

    /** Gives back each item and counts how many were begun. */
    private static Function<Integer, Integer> counted(AtomicInteger begun) {
        return i -> {
            begun.incrementAndGet();
            return i;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void givesResultsInTheOrderOfTheItems(int jobs) {
        List<Integer> squares = new ArrayList<>();
        InOrder.run(ITEMS, i -> i * i, jobs, squares::add);
        assertThat(squares).isEqualTo(ITEMS.stream().map(i -> i * i).toList());
    }

    @Test
    void oneAheadIsNeverMoreThanOneAhead() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();
        InOrder.oneAhead(ITEMS, counted(begun), i -> {
            assertThat(begun.get()).isLessThanOrEqualTo(i + 2);
            taken.add(i);
        });
        assertThat(taken).isEqualTo(ITEMS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void doesNotRunFarAheadOfWhoTakesTheResults(int jobs) {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        InOrder.run(ITEMS, counted(begun), jobs, i -> ahead.add(begun.get() - i));
        assertThat(ahead).allMatch(n -> n <= jobs * 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsWithWhatWasTakenWhenTheWorkIsCancelled(int jobs) {
        List<Integer> taken = new ArrayList<>();
        InOrder.run(
                ITEMS,
                i -> {
                    if (i == 40) {
                        throw new CancellationException();
                    }
                    return i;
                },
                jobs,
                taken::add);
        assertThat(taken).isEqualTo(ITEMS.subList(0, 40));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void passesFailuresOn(int jobs) {
        assertThatThrownBy(() -> InOrder.run(
                        ITEMS,
                        i -> {
                            throw new IllegalStateException("at " + i);
                        },
                        jobs,
                        i -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 0");
    }
}
