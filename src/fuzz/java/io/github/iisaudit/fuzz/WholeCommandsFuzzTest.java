package io.github.iisaudit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the servers, repositories, settings and rules are: whole commands keep what SECURITY.md promises. The same seed makes the
 * same inputs. {@code -Dfuzz.minutes=30} goes on for so long, {@code -Dfuzz.seed=7} begins elsewhere, {@code -Dfuzz.input=…} tries the
 * one input that a finding names, {@code -Dfuzz.except=time,secret} leaves out kinds of findings.
 */
class WholeCommandsFuzzTest {

    private static final int INPUTS = 150;
    private static final long MINUTE = 60_000_000_000L;

    /** Odd, so that all numbers of inputs lead to different seeds. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final List<String> findings = new ArrayList<>();
    private final Set<String> likenesses = new TreeSet<>();
    private final long start = System.nanoTime();

    @TempDir
    Path folder;

    private int inputs;
    private long told = start;

    @Test
    void wholeCommandsKeepWhatIsPromised() throws IOException {
        Sandbox sandbox =
                new Sandbox(Files.createDirectories(folder.toRealPath().resolve("fuzz")));
        Trial trial =
                new Trial(sandbox, Set.of(System.getProperty("fuzz.except", "").split(",")));
        Optional<Long> single = Optional.ofNullable(Long.getLong("fuzz.input"));
        long seed = Long.getLong("fuzz.seed", 1);
        while (single.isEmpty() ? isWanted() : inputs == 0) {
            tryOut(trial, single.orElse(seed * STEP + inputs * (STEP >> 1)));
            tell(false);
        }
        assertThat(findings).isEmpty();
    }

    @AfterEach
    void tellAtTheEnd() {
        tell(true);
    }

    private boolean isWanted() {
        long minutes = Long.getLong("fuzz.minutes", 0);
        return minutes > 0 ? System.nanoTime() - start < minutes * MINUTE : inputs < INPUTS;
    }

    private void tryOut(Trial trial, long seed) throws IOException {
        Case input = Cases.of(seed);
        inputs++;
        Fault fault;
        try {
            Optional<Fault> found = trial.fault(input);
            if (found.isEmpty() || !likenesses.add(found.get().likeness())) {
                return;
            }
            fault = found.get();
            input = new Reducer(trial, input, fault).reduce();
        } catch (Runner.Endless e) {
            Reproducer.write(seed, new Fault("endless", "", e.getMessage(), List.of()), input);
            throw new AssertionError("does not end: " + Reproducer.command(seed), e);
        }
        String finding =
                Reproducer.write(seed, fault, input) + ": " + fault.likeness() + "\n  " + Reproducer.command(seed);
        findings.add(finding);
        System.out.println("fuzz: " + finding);
    }

    /** A line a minute. */
    private void tell(boolean isEnd) {
        long now = System.nanoTime();
        if (isEnd || now - told > MINUTE) {
            told = now;
            double seconds = (now - start) / 1e9;
            System.out.printf(
                    "fuzz: %d inputs in %.0f s, %.1f a second; %d kinds of findings%n",
                    inputs, seconds, inputs / seconds, likenesses.size());
        }
    }
}
