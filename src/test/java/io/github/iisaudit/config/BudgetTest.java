package io.github.iisaudit.config;

import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.config.Budget.SpentException;
import io.github.iisaudit.config.Budget.Use;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long ENOUGH = 1_000_000;

    private final ServerReader reader = new ServerReader(2);

    private static Server tags(int n) {
        return unlocked()
                .host(each(n, i -> "<location path=\"S/f" + i + "\">" + windows("enabled=\"true\"") + "</location>"));
    }

    private static Server deep(int names) {
        return unlocked()
                .sites("<site name=\"S\" id=\"1\"><application path=\"" + each(names, i -> "/a")
                        + "\"><virtualDirectory path=\"/\" physicalPath=\"C:\\w\" /></application></site>");
    }

    private long steps(Server server, Budget budget) {
        reader.read(server.source(), budget).forEachScope(scope -> {});
        return budget.steps();
    }

    private long steps(Server server) {
        return steps(server, new Budget(ENOUGH, ENOUGH));
    }

    @Test
    void aServerOfTwiceAsManyLocationTagsTakesTwiceAsManySteps() {
        double few = steps(tags(200));
        assertThat(steps(tags(400)) / few).isBetween(1.8, 2.2);
    }

    @Test
    void aPathOfTwiceAsManyNamesTakesFourTimesAsManyStepsSoThatOneOf20000IsGivenUp() {
        assertThat(steps(deep(400)) / (double) steps(deep(200))).isBetween(3.0, 4.2);
        assertThatThrownBy(() -> steps(deep(400), new Budget(10_000, ENOUGH)))
                .isInstanceOf(SpentException.class)
                .hasMessageContaining("the way down to its configuration paths");
    }

    @Test
    void whatOtherServersHaveInCommonIsCountedToo() {
        long alone = steps(tags(50));
        assertThat(steps(tags(50))).isEqualTo(alone);
    }

    @Test
    void aServerThatTakesMoreIsGivenUpAndItIsSaidWhatTookMost() {
        assertThatThrownBy(() -> steps(tags(200), new Budget(300, ENOUGH)))
                .isInstanceOf(SpentException.class)
                .hasMessage(
                        "given up after 300 steps, of which 279 went into lists of entries laid over those that paths"
                                + " inherit: no real server is known that takes so many; see whether its files are what"
                                + " they should be");
    }

    @Test
    void listsThatEveryPathInheritsCountAtEachThatAddsToThem() {
        String providers = "<providers>" + each(40, i -> "<add value=\"p" + i + "\"/>") + "</providers>";
        String other = windows("", "<providers><add value=\"q\"/></providers>");
        Server server = unlocked()
                .host("<location path=\"S\">" + windows("", providers) + "</location>"
                        + each(50, i -> "<location path=\"S/f" + i + "\">" + other + "</location>"));
        assertThat(steps(server)).isBetween(10 * 50L * 40, 10 * 50L * 60);
    }

    @Test
    void findingsAreCounted() {
        Budget budget = new Budget(ENOUGH, 2);
        budget.finding();
        budget.finding();
        assertThatThrownBy(budget::finding).hasMessageStartingWith("given up after 2 findings: ");
        assertThat(budget.steps()).isZero();
    }

    @Test
    void stepsAreNotTakenBackOnceTheyAreUsedUp() {
        Budget budget = new Budget(5, 5);
        budget.step(Use.LISTS, 3);
        assertThatThrownBy(() -> budget.step(Use.PATHS, 3)).isInstanceOf(SpentException.class);
        assertThatThrownBy(() -> budget.step(Use.PATHS, 1)).isInstanceOf(SpentException.class);
    }
}
