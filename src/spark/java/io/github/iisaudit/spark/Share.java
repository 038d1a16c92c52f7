package io.github.iisaudit.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is done at a time: servers of one entry.
 *
 * @param size of the entry
 * @param names those of all servers of the entry; none while they are not known, and then one alone has its first name
 * @param from the place of the first server to audit
 * @param to the place after the last
 */
record Share(String entry, long size, List<String> names, int from, int to) implements Serializable {

    /** What costs about as much whatever the size is. */
    private static final long LEAST = 64 << 10;

    /** Of servers of one entry: opening it costs something each time. */
    private static final int AT_ONCE = 250;

    /** What a task has at most: its results are written by it alone. */
    private static final int IN_TASK = 500;

    private static final int TASKS_PER_CORE = 4;

    /** An entry of which nothing else is known. */
    static Share of(FleetEntry entry) {
        return new Share(entry.name(), entry.size(), new ArrayList<>(), 0, 1);
    }

    /** All servers of an entry, by their names. */
    static List<Share> of(String entry, List<String> names) {
        List<Share> shares = new ArrayList<>();
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            int to = Math.min(names.size(), from + AT_ONCE);
            shares.add(new Share(entry, LEAST * (to - from), new ArrayList<>(names), from, to));
        }
        return shares;
    }

    /** Whether names were given out. */
    boolean isNamed() {
        return !names.isEmpty();
    }

    private record Task(List<Share> shares, long size) {
        Task and(Share share) {
            shares.add(share);
            return new Task(shares, size + LEAST + share.size);
        }
    }

    /** Tasks of about the same size, some for each core: the largest share goes to the smallest task. */
    static List<List<Share>> tasks(List<Share> shares, int cores) {
        int count = Math.min(shares.size(), Math.max(TASKS_PER_CORE * cores, shares.size() / IN_TASK));
        PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::size));
        for (int i = 0; i < count; i++) {
            tasks.add(new Task(new ArrayList<>(), 0));
        }
        List<Share> sorted = new ArrayList<>(shares);
        sorted.sort(Comparator.comparingLong(Share::size).reversed());
        for (Share share : sorted) {
            tasks.add(tasks.remove().and(share));
        }
        List<List<Share>> all = new ArrayList<>();
        tasks.forEach(task -> {
            task.shares.sort(Comparator.comparing(Share::entry));
            all.add(task.shares);
        });
        return all;
    }
}
