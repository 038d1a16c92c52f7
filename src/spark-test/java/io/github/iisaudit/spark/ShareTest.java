package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static long size(List<Share> task) {
        return task.stream().mapToLong(Share::size).sum();
    }

    @Test
    void tasksAreOfAboutTheSameSizeAndLoseNothing() {
        Random random = new Random(3);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            shares.add(Share.of(new FleetEntry("web" + i, random.nextInt(1 << 24), false)));
        }
        List<List<Share>> tasks = Share.tasks(shares, 4);

        assertThat(tasks).hasSize(16);
        assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(shares);
        long largest = tasks.stream().mapToLong(ShareTest::size).max().orElseThrow();
        long smallest = tasks.stream().mapToLong(ShareTest::size).min().orElseThrow();
        assertThat(largest - smallest).isLessThan(1 << 24);
    }

    @Test
    void oneLargeServerHasATaskOfItsOwn() {
        List<Share> shares = new ArrayList<>();
        shares.add(Share.of(new FleetEntry("large", 1L << 40, false)));
        for (int i = 0; i < 20; i++) {
            shares.add(Share.of(new FleetEntry("web" + i, 1 << 20, false)));
        }
        assertThat(Share.tasks(shares, 2)).anyMatch(task -> task.size() == 1 && size(task) == 1L << 40);
    }

    @Test
    void manyServersOfOneEntryAreSharedOut() {
        List<Share> shares = Share.of("all.zip", Collections.nCopies(600, "web"));
        assertThat(shares).extracting(Share::from).containsExactly(0, 250, 500);
        assertThat(shares).extracting(Share::to).containsExactly(250, 500, 600);
        assertThat(Share.tasks(List.of(), 2)).isEmpty();
    }
}
