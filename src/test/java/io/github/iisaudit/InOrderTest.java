package io.github.iisaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.InOrder.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        InOrder.run(ITEMS, i -> i * i, Jobs.of(jobs), squares::add);
        assertThat(squares).isEqualTo(ITEMS.stream().map(i -> i * i).toList());
    }

    @Test
    void oneAheadIsNeverMoreThanOneAhead() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();
        InOrder.oneAhead(ITEMS, counted(begun), () -> false, i -> {
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
        InOrder.run(ITEMS, counted(begun), Jobs.of(jobs), i -> ahead.add(begun.get() - i));
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
                Jobs.of(jobs),
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
                        Jobs.of(jobs),
                        i -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Timeout(20)
    void doesNotWaitForWorkThatDoesNotEndWhenItIsCancelled(int jobs) throws InterruptedException {
        AtomicBoolean isCancelled = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        List<Integer> taken = new ArrayList<>();
        InOrder.run(
                ITEMS,
                i -> {
                    if (i == 40) {
                        isCancelled.set(true);
                        await(never);
                    }
                    return i;
                },
                new Jobs(jobs, isCancelled::get),
                taken::add);
        assertThat(taken).isEqualTo(ITEMS.subList(0, 40));
    }

    /** Each item takes less than what is waited for one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Timeout(20)
    void doesNotWaitForOneItemAfterTheOtherWhenTheWorkIsCancelled(int jobs) {
        AtomicBoolean isCancelled = new AtomicBoolean();
        AtomicInteger begun = new AtomicInteger();
        InOrder.run(
                ITEMS,
                i -> {
                    begun.incrementAndGet();
                    isCancelled.set(true);
                    pause();
                    return i;
                },
                new Jobs(jobs, isCancelled::get),
                i -> {});
        assertThat(begun.get()).isLessThan(100);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void takesWhatWorkThatIsCancelledStillGives() {
        AtomicBoolean isCancelled = new AtomicBoolean();
        List<Integer> taken = new ArrayList<>();
        InOrder.run(
                List.of(1),
                i -> {
                    isCancelled.set(true);
                    return i;
                },
                new Jobs(1, isCancelled::get),
                taken::add);
        assertThat(taken).containsExactly(1);
    }
}
