package io.github.iisaudit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whole processes, measured in turn, so that a slow moment of the machine meets them all: each entry is a number of commands that
 * run one after the other, and the first entry is what the others are compared with.
 */
final class Turns {

    private record Entry(List<List<String>> commands, List<Long> millis, List<Long> kilobytes) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a command. */
    void add(String name, List<String> command) {
        addAll(name, List.of(command));
    }

    /** Adds commands that count as one. */
    void addAll(String name, List<List<String>> commands) {
        entries.put(name, new Entry(commands, new ArrayList<>(), new ArrayList<>()));
    }

    /** Runs all entries once to warm the file cache, then this many times. */
    void run(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            for (Entry entry : entries.values()) {
                long start = System.nanoTime();
                long peak = 0;
                for (List<String> command : entry.commands) {
                    peak = Math.max(peak, peakOf(command));
                }
                if (round > 0) {
                    entry.millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                    entry.kilobytes.add(peak);
                }
            }
        }
    }

    private static long peakOf(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentKilobytes(process.pid()));
        }
        return peak;
    }

    /** The largest resident size so far where /proc tells it; 0 elsewhere. */
    static long residentKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.US_ASCII)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    /** Prints medians, and ratios to the first entry. */
    void print(String title) {
        double first = median(entries.values().iterator().next().millis);
        System.out.printf("%n%-44s %8s %7s %7s%n", title, "ms", "ratio", "MB");
        entries.forEach((name, entry) -> System.out.printf(
                "%-44s %8d %7.2f %7d%n",
                name, median(entry.millis), median(entry.millis) / first, median(entry.kilobytes) / 1024));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }

    /** Whether a program is there. */
    static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
