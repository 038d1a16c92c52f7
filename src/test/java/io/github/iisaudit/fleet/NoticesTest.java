package io.github.iisaudit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();

    @Test
    void sayASentenceOnceForAllServersThatItHoldsFor() {
        for (int i = 1; i <= 9; i++) {
            notices.add("WEB" + i, List.of(Notice.of("one folder is missing")));
        }
        notices.add("WEB4", List.of(Notice.of("it is redirected")));
        assertThat(notices.sentences(true))
                .containsExactly(
                        "WEB1, WEB2, WEB3 and 6 more servers: one folder is missing", "WEB4: it is redirected");
    }

    @Test
    void nameAFewServersInFull() {
        for (int i = 1; i <= 4; i++) {
            notices.add("WEB" + i, List.of(Notice.of("one folder is missing")));
        }
        assertThat(notices.sentences(true)).containsExactly("WEB1, WEB2, WEB3, WEB4: one folder is missing");
    }

    @Test
    void mayBePutTogetherInAnyOrderAndInAnyParts() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Notices> servers = new ArrayList<>();
            Notices all = new Notices();
            for (int i = 0; i < 9; i++) {
                List<Notice> told = new ArrayList<>(List.of(
                        new Notice("one folder is missing", List.of("C/" + i)),
                        Notice.of("it is redirected"),
                        Notice.of("it is old")));
                Collections.shuffle(told, random);
                Notices server = new Notices();
                server.add("WEB" + i, told.subList(0, random.nextInt(4)));
                servers.add(server);
                all.add(server);
            }
            int cut = random.nextInt(servers.size());
            Collections.shuffle(servers, random);
            Notices left = new Notices();
            Notices right = new Notices();
            servers.subList(0, cut).forEach(left::add);
            servers.subList(cut, servers.size()).forEach(right::add);

            assertThat(left.add(right).sentences(true)).as("round " + round).isEqualTo(all.sentences(true));
        }
    }

    @Test
    void nameNoServerWhereThereIsOne() {
        notices.add("WEB1", List.of(Notice.of("one folder is missing")));
        assertThat(notices.sentences(false)).containsExactly("one folder is missing");
    }

    @Test
    void nameTheFirstThreePlacesAndCountTheOthers() {
        List<String> five = List.of("C/a", "C/b", "C/c", "C/d", "C/e");
        notices.add("WEB1", List.of(new Notice("5 folders are missing", five)));
        assertThat(notices.sentences(false)).containsExactly("5 folders are missing: C/a, C/b, C/c and 2 more");
        assertThat(notices.sentences(true)).containsExactly("WEB1: 5 folders are missing: C/a, C/b, C/c and 2 more");
    }

    @Test
    void nameThePlacesOfOneServerWhereSeveralLackAsMany() {
        notices.add("WEB1", List.of(new Notice("2 folders are missing", List.of("C/a", "C/b"))));
        notices.add("WEB2", List.of(new Notice("2 folders are missing", List.of("D/x", "D/y"))));
        assertThat(notices.sentences(true)).containsExactly("WEB1, WEB2: 2 folders are missing: on WEB1 C/a, C/b");
    }
}
