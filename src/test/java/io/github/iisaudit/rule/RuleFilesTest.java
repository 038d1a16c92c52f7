package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.iisaudit.config.Schema;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/** All of rules/*.xml: each file is valid, and each example runs under its own rule only. */
class RuleFilesTest {

    private static RuleCatalogue catalogue() throws RuleException {
        return RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains);
    }

    @Test
    void there_are_rules() throws RuleException {
        assertThat(catalogue().rules()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> rule_files_obey_the_schema() throws Exception {
        javax.xml.validation.Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource("rules/rule.xsd"));
        return catalogue().rules().stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    StreamSource source = new StreamSource(resource(rule.file()).toString());
                    try {
                        schema.newValidator().validate(source);
                    } catch (SAXException e) {
                        throw new AssertionError(rule.file() + ": " + e, e);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> examples_do_what_they_say() throws RuleException {
        List<Rule> all = catalogue().rules();
        return all.stream().flatMap(rule -> examples(rule, all));
    }

    private static Stream<DynamicTest> examples(Rule rule, List<Rule> all) {
        return rule.examples().stream()
                .map(example -> dynamicTest(
                        rule.id() + ": " + example.name(),
                        () -> assertThat(ExampleRunner.failure(rule, example, all))
                                .as(rule.id())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> findings_of_examples_say_something() throws RuleException {
        List<Rule> all = catalogue().rules();
        return all.stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    for (Rule.Example example : rule.examples()) {
                        ExampleRunner.findings(rule, example, all)
                                .forEach(finding -> assertThat(finding.message() + finding.fix())
                                        .as("%s: %s", rule.id(), example.name())
                                        .matches(text -> !finding.message().isEmpty()
                                                && !finding.fix().isEmpty())
                                        .doesNotContain("  ", " ,", " .", "''", "()"));
                    }
                }));
    }

    private static URL resource(String name) {
        URL url = RuleFilesTest.class.getResource("/" + name);
        assertThat(url).as(name).isNotNull();
        return url;
    }
}
