package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import io.github.iisaudit.source.Sources;
import io.github.iisaudit.xpath.FileSites;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.JaxenOracle;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jaxen.JaxenException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every XPath of the program's rules, as the program evaluates it and as jaxen does, over the documents of its examples and of
 * the example server. */
class RuleXPathsTest {

    /** How many nodes of a document each XPath starts from, beside those that it is made for. */
    private static final int SAMPLE = 3;

    private final List<Rule> rules = catalogue();

    private static List<Rule> catalogue() {
        try {
            return RuleCatalogue.of(List.of(), section -> true).rules();
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> need_no_jaxen() {
        return rules.stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    for (SafeXPath xpath : rule.xpaths()) {
                        assertThat(JaxenOracle.isNeededFor(xpath))
                                .as("%s: %s", rule.id(), xpath)
                                .isFalse();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> say_what_jaxen_says() {
        List<ConfigSource> server = exampleServer();
        return rules.stream()
                .map(rule -> dynamicTest(rule.id(), () -> {
                    Oracles oracles = new Oracles(rule);
                    for (Rule.Example example : rule.examples()) {
                        oracles.check(new ExampleSource(example.files()));
                    }
                    for (ConfigSource source : server) {
                        oracles.check(source);
                    }
                }));
    }

    private static List<ConfigSource> exampleServer() {
        try {
            return Sources.open(List.of("examples/applicationHost"), SourceOptions.DEFAULTS)
                    .sources();
        } catch (SourceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** jaxen's view of the XPaths of one rule. */
    private static final class Oracles {

        private final Rule rule;
        private final Map<SafeXPath, JaxenOracle> oracles = new LinkedHashMap<>();
        private final Random random = new Random(20_260_202);

        Oracles(Rule rule) {
            this.rule = rule;
            rule.xpaths().forEach(xpath -> oracles.put(xpath, new JaxenOracle(xpath.toString())));
        }

        void check(ConfigSource source) throws JaxenException {
            ServerConfiguration server = ServerConfiguration.read(source);
            List<JaxenException> thrown = new ArrayList<>();
            server.forEachScope(scope -> {
                try {
                    Element root = scope.document();
                    boolean isAny = rule.section().equals("*") || rule.subject() != Rule.Subject.PATH;
                    check(root, isAny ? List.of(root) : Contexts.at(root, rule.section()), Focus.alone());
                } catch (JaxenException e) {
                    thrown.add(e);
                }
            });
            assertThat(thrown).isEmpty();
            for (WrittenFile file : server.writtenFiles()) {
                Focus focus = Focus.in(file.root().getDocument(), FileSites.of(file));
                check(file.root(), List.of(file.root()), focus);
            }
        }

        private void check(Element root, List<Element> contexts, Focus focus) throws JaxenException {
            List<Node> starts = new ArrayList<>(contexts);
            contexts.forEach(context -> starts.addAll(context.attributes()));
            contexts.forEach(context -> starts.addAll(rule.flag().nodes(context, focus)));
            List<Node> all = JaxenOracle.nodes(root);
            for (int i = 0; i < SAMPLE; i++) {
                starts.add(all.get(random.nextInt(all.size())));
            }
            for (Map.Entry<SafeXPath, JaxenOracle> it : oracles.entrySet()) {
                for (Node start : starts) {
                    it.getValue().agreesWith(it.getKey(), start, focus);
                }
            }
        }
    }
}
