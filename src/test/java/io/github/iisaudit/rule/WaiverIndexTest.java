package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaiverIndexTest {

    private static final Span PLACE = new Span(new SourceText(".iisaudit.yml", ""), 0, 0);

    private final WaiverIndex index = index("r", "s/app", "**/app", "", "s/app/deep/er", "t");

    @Test
    void thoseAreNearThatBeginAsThePlaceDoesAndThoseOfWhichThatIsNotKnown() {
        assertThat(near("x", "S/App/page")).containsExactly("s/app", "**/app", "");
        assertThat(near("x", "s/app/deep/er")).containsExactly("s/app", "**/app", "", "s/app/deep/er");
        assertThat(near("x", "s/application")).containsExactly("");
        assertThat(near("a/b/APP/web.config", "s")).containsExactly("**/app", "");
        assertThat(near("x", "")).containsExactly("");
        assertThat(near("t/web.config", "s/app")).containsExactly("s/app", "**/app", "", "t");
    }

    @Test
    void thoseOfOtherRulesAreNot() {
        assertThat(index.near("other", "s/app", List.of("s/app"))).isEmpty();
    }

    private List<String> near(String file, String path) {
        return index.near("r", file, List.of(path)).stream()
                .map(waiver -> waiver.covers().start())
                .toList();
    }

    private static WaiverIndex index(String rule, String... starts) {
        List<Waiver> waivers = new ArrayList<>();
        for (String start : starts) {
            Waiver.Cover cover = new Waiver.Cover(start, file -> true, path -> true);
            waivers.add(new Waiver(rule, start, cover, "", PLACE, PLACE, null));
        }
        return new WaiverIndex(waivers);
    }
}
