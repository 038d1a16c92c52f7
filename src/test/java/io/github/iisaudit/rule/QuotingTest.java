package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.xml.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dom4j.DocumentHelper;
import org.junit.jupiter.api.Test;

class QuotingTest {

    /** What runs where it is pasted: our own names, and the verbs of PowerShell. */
    private static final Pattern COMMAND = Pattern.compile(
            "\\b(appcmd|setspn|iisaudit|powershell|cmd|reg|net|sc) [^.;]*$|\\b[A-Z][a-z]+-[A-Z][A-Za-z]+ [^.;]*$"
                    + "|<[a-z]+[^>]*$");

    /** The text of a PowerShell string in single quotes: CharTraits.IsSingleQuote and ScanStringLiteral of its tokenizer. */
    private static String powershell(String word) {
        StringBuilder text = new StringBuilder();
        assertThat(isSingleQuote(word.charAt(0))).isTrue();
        int i = 1;
        while (!isSingleQuote(word.charAt(i)) || (i + 1 < word.length() && isSingleQuote(word.charAt(i + 1)))) {
            i += isSingleQuote(word.charAt(i)) ? 1 : 0;
            text.append(word.charAt(i++));
        }
        assertThat(i).as("nothing after the string: " + word).isEqualTo(word.length() - 1);
        return text.toString();
    }

    private static boolean isSingleQuote(char c) {
        return "'\u2018\u2019\u201A\u201B".indexOf(c) >= 0;
    }

    @Test
    void powershellReadsTheNameAndNothingElse() {
        for (String name : HostileNames.ALL) {
            Quoting.POWERSHELL.word(name).ifPresent(word -> {
                assertThat(powershell(word)).isEqualTo(name);
                assertThat(word).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}*?\\[\\]]");
            });
        }
        assertThat(Quoting.POWERSHELL.word("it's")).contains("'it''s'");
        assertThat(Quoting.POWERSHELL.word("\u2018; calc; \u2019")).contains("'\u2018\u2018; calc; \u2019\u2019'");
        assertThat(Quoting.POWERSHELL.word("$(calc)")).contains("'$(calc)'");
    }

    @Test
    void theCommandPromptReadsTheNameOrIsNotAsked() {
        for (String name : HostileNames.ALL) {
            Optional<String> word = Quoting.APPCMD.word(name);
            word.ifPresent(quoted -> assertThat(quoted)
                    .isEqualTo('"' + name + '"')
                    .doesNotMatch("(?s)\".*[\"%!\\p{Cntrl}\\P{ASCII}&&[^\u00E4\u00F6]].*\"")
                    .doesNotMatch("(?s)\"[-/].*|.*\\\\\""));
        }
        assertThat(Quoting.APPCMD.word("a&calc")).contains("\"a&calc\"");
        for (String name : List.of(
                "\"&calc&\"", "%PATH%", "!PATH!", "a\ncalc", "-x", "/commit:url", "a\\", "\uFF02&calc&\uFF02")) {
            assertThat(Quoting.APPCMD.word(name)).as(name).isEmpty();
        }
    }

    @Test
    void anyShellReadsTheNameOrIsNotAsked() {
        for (String name : HostileNames.ALL) {
            Quoting.IISAUDIT
                    .word(name)
                    .ifPresent(word -> assertThat(word)
                            .isEqualTo('"' + name + '"')
                            .doesNotMatch("(?s)\".*[\"%!$`\\\\\\p{Cntrl}].*\""));
        }
        assertThat(Quoting.IISAUDIT.word("$(calc)")).isEmpty();
        assertThat(Quoting.IISAUDIT.word("Site/a b")).contains("\"Site/a b\"");
    }

    @Test
    void configurationReadsTheName() throws Exception {
        for (String name : HostileNames.ALL) {
            Optional<String> word = Quoting.CONFIG.word(name);
            if (word.isPresent()) {
                String xml = "<a b=" + word.get() + "/>";
                assertThat(DocumentHelper.parseText(xml).getRootElement().attributeValue("b"))
                        .isEqualTo(name);
            }
        }
        assertThat(Quoting.CONFIG.word("<x y=\"z\">")).contains("\"&lt;x y=&quot;z&quot;>\"");
    }

    private static String said(String fix, String name) throws Exception {
        String rule = """
                <rule id="a-rule" severity="note" confidence="low"><title>t</title><flag>self::*/@path</flag><message>m</message>
                <fix>FIX</fix><references><ref href="a">a</ref></references><examples><bad name="a" marks="a"><web path="/">a</web>
                </bad><good name="b"><web path="/">b</web></good></examples></rule>""".replace("FIX", fix);
        Template template = new RuleReader(section -> true, 1)
                .read("a-rule.xml", rule.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .fixes()
                .get(0)
                .text();
        return template.render(DocumentHelper.createElement("e").addAttribute("n", name));
    }

    @Test
    void aHoleOfATemplateIsQuotedForTheElementItStandsIn() throws Exception {
        String fix = "try <powershell>Remove-X -Name {@n}</powershell>, or\n"
                + "<appcmd>appcmd unlock config {@n} -section:{@n}</appcmd>. {@n}";

        assertThat(said(fix, "it's"))
                .isEqualTo("try Remove-X -Name 'it''s', or appcmd unlock config \"it's\" -section:\"it's\". it's");
        assertThat(said(fix, "a.b")).contains("-section:a.b");
        assertThat(said(fix, "%PATH%"))
                .isEqualTo(
                        "try Remove-X -Name '%PATH%', or (the command is left out: a name in it has characters that a shell"
                                + " could obey). %PATH%");
        assertThat(said("<iisaudit>iisaudit {@n}</iisaudit> x", "a  b"))
                .startsWith("(the command is left out")
                .endsWith(" x");
        assertThatThrownBy(() -> said("x <appcmd>appcmd \"{@n}\"</appcmd>", "a"))
                .hasMessageContaining("gets its quotes by itself");
        assertThatThrownBy(() -> said("x <bash>{@n}</bash>", "a")).hasMessageContaining("unknown element <bash>");
    }

    private static List<Template> templates(Rule rule) {
        List<Template> templates = new ArrayList<>(List.of(rule.label(), rule.message()));
        rule.cases().forEach(it -> templates.add(it.message()));
        rule.fixes().forEach(it -> templates.add(it.text()));
        return templates;
    }

    @Test
    void everyHoleInACommandOfARuleStandsInAnElement() throws Exception {
        int commands = 0;
        for (Rule rule :
                RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules()) {
            for (Template template : templates(rule)) {
                boolean isCommand = false;
                StringBuilder before = new StringBuilder();
                for (Template.Part part : template.parts()) {
                    if (part.text().equals(String.valueOf(Quoting.BOUNDARY))) {
                        isCommand = !isCommand;
                        commands++;
                        before.setLength(0);
                    } else if (part.xpath() == null) {
                        before.append(part.text().replaceAll("\\s+", " "));
                    } else if (!isCommand) {
                        assertThat(before.toString())
                                .as(rule.id() + " {" + part.xpath() + "}")
                                .doesNotContainPattern(COMMAND);
                    } else {
                        assertThat(part.xpath().toString()).as(rule.id()).startsWith("iis:word('");
                    }
                }
            }
        }
        assertThat(commands).isPositive();
    }

    @Test
    void theSearchForCommandsFindsThem() {
        assertThat("ask: appcmd list config \"").containsPattern(COMMAND);
        assertThat("the tag: Remove-WebConfigurationLocation -Name \"").containsPattern(COMMAND);
        assertThat("move it to <location path=\"").containsPattern(COMMAND);
        assertThat("appcmd is on the server. See ").doesNotContainPattern(COMMAND);
    }
}
