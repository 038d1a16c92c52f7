package io.github.iisaudit.rule;

import static io.github.iisaudit.ConfigParts.each;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.config.Budget;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xpath.Focus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftsTest {

    @Test
    void findingsAreCountedBeforeAllPathsWereSeen() throws Exception {
        LocatedElement root = Documents.written("web.config", "<a>" + each(24_000, i -> "<b c=''/>") + "</a>");
        Rule rule = OneSection.rule("b/@c", "");
        Focus focus = Focus.in(root.getDocument());
        List<Flagged> all = new ArrayList<>();
        Flagged.addAll(rule, rule.flag().nodes(List.of(root), focus), focus, all);
        Drafts drafts = new Drafts(new Budget(1_000_000, 10));
        drafts.add(Verdict.of(all.subList(0, 12_000)), Whose.NOBODY, "S/a", null);
        assertThatThrownBy(() -> drafts.add(Verdict.of(all.subList(12_000, 24_000)), Whose.NOBODY, "S/b", null))
                .hasMessageStartingWith("given up after 10 findings");
    }
}
