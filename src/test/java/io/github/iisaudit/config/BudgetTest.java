package io.github.iisaudit.config;

import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.config.Budget.SpentException;
import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.source.OtherSource;
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
        assertThatThrownBy(() -> steps(inherited(400), new Budget(30_000, ENOUGH)))
                .isInstanceOf(SpentException.class)
                .hasMessage(
                        "given up after 30,000 steps, of which 28,277 went into lists of entries laid over those that"
                                + " paths inherit: no real server is known that takes so many; see whether its files are"
                                + " what they should be");
    }

    private static Server inherited(int entries) {
        String providers = "<providers>" + each(entries, i -> "<add value=\"p" + i + "\"/>") + "</providers>";
        String other = windows("", "<providers><add value=\"q\"/></providers>");
        return unlocked()
                .host("<location path=\"S\">" + windows("", providers) + "</location>"
                        + each(50, i -> "<location path=\"S/f" + i + "\">" + other + "</location>"));
    }

    @Test
    void listsThatEveryPathInheritsCountAtEachThatAddsToThem() {
        Budget budget = new Budget(ENOUGH, ENOUGH);
        steps(inherited(40), budget);
        assertThat(budget.steps(Use.LISTS)).isBetween(10 * 50L * 40, 10 * 50L * 60);
    }

    @Test
    void toJudgeAPathCostsSomethingWhateverItHas() {
        Budget budget = new Budget(ENOUGH, ENOUGH);
        steps(tags(100), budget);
        assertThat(budget.steps(Use.PATHS)).isBetween(100 * 500L, 120 * 600L);
    }

    @Test
    void whatIsFreeAgainInTheNextReadingIsNoMoreForSeveral() {
        Budget budget = Budget.of(new RereadSource(50));
        budget.keep(Use.FILES, 100);
        assertThat(budget.steps()).isEqualTo(2);
        assertThatThrownBy(() -> budget.step(Use.FILES, 1_000_000)).hasMessageStartingWith("given up after 1,000,000");
    }

    @Test
    void whatWillBeKeptIsLookedAheadToAndNotTakenWhereThereIsRoom() {
        Budget budget = Budget.of(new RereadSource(50));
        budget.expect(Use.FILES, 10_000, 4_999);
        assertThat(budget.steps()).isZero();
        assertThatThrownBy(() -> budget.expect(Use.FILES, 10_200, 5_000))
                .hasMessageStartingWith(
                        "given up after 1,000,000 steps, of which 1,000,000 went into its configuration files");
    }

    @Test
    void sitesThatAreAssumedForMoreFilesThanThereIsMemoryForAreNotRead() {
        String sites = each(1_000, i -> "<site name=\"f" + i + "\" id=\"" + (i + 9) + "\"/>");
        assertThat(steps(unlocked().sites(sites), new Budget())).isPositive();
        assertThatThrownBy(() -> steps(unlocked().assumed().sites(sites), new Budget(100_000, ENOUGH)))
                .isInstanceOf(SpentException.class)
                .hasMessageContaining("its configuration files, for more of which there is room");
    }

    private static final class RereadSource extends OtherSource {

        private final int readings;

        RereadSource(int readings) {
            super(unlocked().source());
            this.readings = readings;
        }

        @Override
        public int readings() {
            return readings;
        }
    }

    @Test
    void thatOneIsUsedUpIsNotForgotten() {
        Budget budget = new Budget(5, 5);
        budget.check();
        assertThatThrownBy(() -> budget.step(Use.LISTS, 6)).isInstanceOf(SpentException.class);
        assertThat(budget.isSpent()).isTrue();
        assertThatThrownBy(budget::check).isInstanceOf(SpentException.class);
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
