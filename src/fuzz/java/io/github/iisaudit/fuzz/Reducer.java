package io.github.iisaudit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes an input smaller as long as it still brings about a fault of the same likeness; gives up after a while. */
final class Reducer {

    private static final int TRIES = 200;
    private static final long NANOSECONDS = 8_000_000_000L;

    private final Trial trial;
    private final Fault fault;
    private final long end = System.nanoTime() + NANOSECONDS;
    private Case smallest;
    private int tries;

    Reducer(Trial trial, Case input, Fault fault) {
        this.trial = trial;
        this.fault = fault;
        smallest = input;
    }

    Case reduce() throws IOException {
        // Two documents that differ in their comments only can be made smaller in neither alone.
        if (fault.kind().equals("comments")) {
            return smallest;
        }
        if (!fault.call().isEmpty()) {
            keep(smallest.with(fault.call()));
        }
        List<String> paths = new ArrayList<>(smallest.content().files().keySet());
        paths.addAll(smallest.content().links().keySet());
        for (String path : paths) {
            keep(smallest.with(smallest.content().without(path)));
        }
        for (String path : List.copyOf(smallest.content().files().keySet())) {
            shorten(path);
        }
        return smallest;
    }

    /** Takes away ever smaller groups of lines. */
    private void shorten(String path) throws IOException {
        List<String> lines = lines(path);
        for (int size = Math.max(1, lines.size() / 2); size >= 1; size /= 2) {
            for (int at = 0; at < lines.size(); ) {
                List<String> fewer = new ArrayList<>(lines);
                fewer.subList(at, Math.min(lines.size(), at + size)).clear();
                byte[] shorter = String.join("\n", fewer).getBytes(ISO_8859_1);
                if (keep(smallest.with(smallest.content().with(path, shorter)))) {
                    lines = fewer;
                } else {
                    at += size;
                }
            }
        }
    }

    private List<String> lines(String path) {
        return List.of(new String(smallest.content().files().get(path), ISO_8859_1).split("\n", -1));
    }

    private boolean keep(Case candidate) throws IOException {
        if (tries++ > TRIES || System.nanoTime() > end) {
            return false;
        }
        boolean isFaulty = trial.fault(candidate)
                .filter(it -> it.likeness().equals(fault.likeness()))
                .isPresent();
        if (isFaulty) {
            smallest = candidate;
        }
        return isFaulty;
    }
}
