package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.base;
import static io.github.iisaudit.config.Server.declaring;
import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.tag;
import static io.github.iisaudit.config.Server.unlocked;
import static io.github.iisaudit.config.Server.vdir;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was not collected is never taken for absent. */
class IncompleteTest {

    private static final String ON = windows("enabled=\"true\"");

    @Test
    void aValueThatAMissingFileCouldChangeNamesTheFile() {
        unlocked().withoutContent().host(location("S", ON)).at("S").isOn().isIncompleteFor("C/s/web.config");
    }

    @Test
    void aLockedValueIsSureWhateverWasNotCollected() {
        base().withoutContent().host(location("S", ON)).at("S").isOn().isComplete();
    }

    @Test
    void aPathBelowRestsOnEveryMissingFileAbove() {
        unlocked().withoutContent().at("S/a").isIncompleteFor("C/s/web.config", "C/s/a/web.config");
    }

    @Test
    void theServerItselfIsComplete() {
        unlocked().withoutContent().at("").isComplete();
    }

    @Test
    void aCollectedFolderWithoutAFileIsComplete() {
        unlocked().at("S/a").isComplete();
    }

    @Test
    void oneMissingFolderDoesNotTouchOtherSites() {
        Server server = unlocked().withoutContent().folder("C/s/a");
        server.at("S/a").isComplete();
        server.at("T").isIncompleteFor("C/t/web.config");
    }

    @Test
    void whatOneSiteUnlocksIsIncompleteThereOnly() {
        Server server = base().withoutContent().host(tag("path=\"S\" overrideMode=\"Allow\"", windows("")));
        server.at("S").isIncompleteFor("C/s/web.config");
        server.at("T").isComplete();
    }

    @Test
    void aSectionForApplicationsCannotBeChangedByAVirtualDirectory() {
        Server server = declaring("allowDefinition=\"MachineToApplication\"")
                .withoutContent()
                .directories(vdir("/", "C:\\s") + vdir("/v", "D:\\v"))
                .folder("C/s");
        server.at("S/v").isComplete();
    }

    @Test
    void aSectionForTheServerCannotBeChanged() {
        declaring("allowDefinition=\"AppHostOnly\"").withoutContent().at("S").isComplete();
    }

    @Test
    void aSectionLockedByItsElementIsComplete() {
        unlocked().withoutContent().everywhere("lockItem=\"true\"", "").at("S").isComplete();
    }

    @Test
    void theSummarySaysOnceWhatIsMissing() {
        ServerConfiguration alone = unlocked().withoutContent().configuration();
        alone.forEachScope(scope -> {});
        assertThat(alone.coverage().notices())
                .containsExactly(new Notice(
                        "judged from applicationHost.config alone, as 3 content folders were not collected",
                        List.of("C/s", "C/s/a", "C/t")));
        ServerConfiguration some = unlocked().withoutContent().web("C/t", ON).configuration();
        some.forEachScope(scope -> {});
        assertThat(some.coverage().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.told())
                        .startsWith("2 content folders were not collected")
                        .endsWith(": C/s, C/s/a"));
        ServerConfiguration all = unlocked().configuration();
        all.forEachScope(scope -> {});
        assertThat(all.coverage().notices()).isEmpty();
        assertThat(all.coverage().unreadable()).isEmpty();
    }
}
