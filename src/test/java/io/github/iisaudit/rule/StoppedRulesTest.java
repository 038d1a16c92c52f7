package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xml.LocatedElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoppedRulesTest {

    private static final LocatedElement MANY =
            Documents.written("web.config", "<c>" + "<a b='some text'>more</a>".repeat(3_000) + "</c>");

    @Test
    void a_rule_that_is_stopped_is_named_and_the_others_go_on() throws Exception {
        Rule endless = rule("is-endless", "//*[//*[//*[//* = 'x']]]");
        Rule endsLater = rule("at-the-message", "//a[1]", "{count(//*[//*[//* = 'x']])}");
        Rule plain = rule("is-plain", "//a[1]");
        Checker checker = new Checker(List.of(endless, endsLater, plain), "S", "r");
        checker.check(new WrittenFile("web.config", MANY, List.of("Site")));

        assertThat(checker.findings()).extracting(f -> f.rule().id()).containsExactly("is-plain");
        assertThat(checker.stopped()).hasSize(2).allSatisfy(stopped -> {
            assertThat(stopped.file()).isEqualTo("web.config");
            assertThat(stopped.reason()).contains(" was stopped here: an expression takes more than 20000000 steps");
        });
    }

    private static Rule rule(String id, String flag) throws RuleException {
        return rule(id, flag, "m");
    }

    private static Rule rule(String id, String flag, String message) throws RuleException {
        String text = "<rule id='" + id
                + "' severity='warning' confidence='high' scope='file'><title>t</title><flag><![CDATA["
                + flag + "]]></flag><message>" + message + "</message>"
                + "<fix>f</fix><references><ref href='x'>x</ref></references><examples/></rule>";
        return new RuleReader(section -> true, 0).read(id + ".xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
