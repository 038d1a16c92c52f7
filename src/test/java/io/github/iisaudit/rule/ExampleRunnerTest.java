package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleRunnerTest {

    private static final String WEB = """
            <web path="/app"><configuration>
              <system.webServer><directoryBrowse enabled="true"/></system.webServer>
            </configuration></web>
            """;

    @Test
    void is_content_where_the_rule_points_at_the_marked_text() throws Exception {
        assertThat(failure("<bad name='b' marks='enabled=\"true\"'>" + WEB + "</bad>"))
                .isEmpty();
        assertThat(failure("<bad name='b' marks='' line='2'>" + WEB + "</bad>")).isEmpty();
        assertThat(failure("<good name='g'>" + WEB.replace("true", "false") + "</good>"))
                .isEmpty();
    }

    @Test
    void says_what_is_wrong_with_an_example() throws Exception {
        assertThat(failure("<bad name='b' marks='x'/>")).contains("bad example 'b': the rule finds nothing");
        assertThat(failure("<bad name='b' marks='enabled'>" + WEB + "</bad>"))
                .contains("bad example 'b' marks 'enabled' but the finding points at 'enabled=\"true\"'"
                        + " (C/app/web.config:2)");
        assertThat(failure("<bad name='b' marks='' line='7'>" + WEB + "</bad>"))
                .contains("bad example 'b' marks line 7 but the finding points at 'enabled=\"true\"'"
                        + " (C/app/web.config:2)");
        assertThat(failure("<good name='g'>" + WEB + "</good>"))
                .contains("good example 'g': the finding points at 'enabled=\"true\"' (C/app/web.config:2)");
    }

    @Test
    void takes_the_files_of_an_example_for_a_server() throws Exception {
        String host = "<host><location path='Site/app'><system.webServer><directoryBrowse enabled='true'/>"
                + "</system.webServer></location></host>";

        assertThat(failure("<bad name='b' marks=\"enabled='true'\">" + host + "</bad>"))
                .isEmpty();
    }

    private static Optional<String> failure(String example) throws RuleException {
        String text = "<rule id='a-rule' severity='note' confidence='low' section='system.webServer/directoryBrowse'>"
                + "<title>t</title><flag>@enabled[. = 'true']</flag><message>m</message><fix>f</fix>"
                + "<references><ref href='x'>x</ref></references><examples>" + example + "</examples></rule>";
        Rule rule = new RuleReader(section -> true, 0).read("a-rule.xml", text.getBytes(StandardCharsets.UTF_8));
        return ExampleRunner.failure(rule, rule.examples().get(0), List.of());
    }
}
