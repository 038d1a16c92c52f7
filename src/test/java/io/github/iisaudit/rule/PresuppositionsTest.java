package io.github.iisaudit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** No rule says a sentence where that which the sentence takes for granted does not hold. */
class PresuppositionsTest {

    private static final String REAL = "the server is a real one";
    private static final String NAMED = "the site has a name of its own";
    private static final String REACHED = "requests get as far as the logon";
    private static final String KERBEROS = "Kerberos is offered, so that there are service tickets";

    /**
     * What a sentence takes for granted, and what sees to it in the rule.
     *
     * @param words of sentences that do
     * @param guard in the flag, or in the sentence's condition
     */
    private record Presupposition(String what, Pattern words, Pattern guard) {

        static Presupposition of(String what, String words, String guard) {
            return new Presupposition(what, Pattern.compile(words), Pattern.compile(guard));
        }
    }

    private static final List<Presupposition> TABLE = List.of(
            Presupposition.of(REAL, "appcmd|W3SVC|inetsrv|Restart-Service", "@host = 'real'"),
            Presupposition.of(REAL, "iis:account\\(\\)|iis:computer\\(\\)|computer account", "@host = 'real'"),
            Presupposition.of(REAL, "costs? speed|slower", "@host = 'real'"),
            Presupposition.of(
                    REAL, "applicationPool/@name|/scope/site/@name", "@host = 'real'|@managedPipelineMode\\)"),
            Presupposition.of(REAL, "iisaudit what-if . --path", "@host = 'real'"),
            Presupposition.of(KERBEROS, "service tickets", "(?i)'negotiate|/scope/kerberos"),
            Presupposition.of(NAMED, "iis:spns\\(\\)", "iis:spns\\(\\) != ''"),
            Presupposition.of(NAMED, "iis:host-names\\(\\)", "string\\(@host\\) != ''"),
            Presupposition.of(REACHED, "flags=\"Proxy|tokenChecking=\"(Allow|Require)", "iis:windows-logon\\(\\)"));

    /** Rules whose whole subject is another one: files, locks and what cannot be judged, whatever runs on the server. */
    private static final List<String> OF_FILES = List.of(
            "unresolved-placeholder", "windows-auth-unlocked-for-all", "settings-changed", "one-name-several-accounts");

    /** A sentence of a rule with all that is known where it is said. */
    private record Sentence(String text, String known) {}

    @TestFactory
    Stream<DynamicTest> every_sentence_is_said_only_where_what_it_takes_for_granted_holds() throws RuleException {
        return catalogue().stream()
                .filter(rule -> rule.subject() == Rule.Subject.PATH && !OF_FILES.contains(rule.id()))
                .map(rule -> dynamicTest(rule.id(), () -> {
                    for (Sentence sentence : sentences(rule)) {
                        for (Presupposition one : TABLE) {
                            boolean isSaid =
                                    one.words().matcher(sentence.text()).find();
                            assertThat(!isSaid
                                            || one.guard()
                                                    .matcher(sentence.known())
                                                    .find())
                                    .as(
                                            "%s presupposes that %s",
                                            sentence.text().strip(), one.what())
                                    .isTrue();
                        }
                    }
                }));
    }

    private static List<Sentence> sentences(Rule rule) throws Exception {
        Element root = root(rule);
        String flag = "";
        String before = "";
        List<Sentence> sentences = new ArrayList<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element element)) {
                continue;
            }
            String when = element.getAttribute("when");
            switch (element.getTagName()) {
                case "flag" -> flag = when + element.getTextContent();
                case "label", "message", "case" -> parts(element, flag + when, sentences);
                case "fix" -> {
                    parts(element, flag + when + before, sentences);
                    before += isOfOtherHosts(when, flag, sentences) ? " @host = 'real'" : "";
                }
                default -> {}
            }
        }
        return sentences;
    }

    /** A text in braces has its own condition, and holds for nothing outside. */
    private static void parts(Element element, String known, List<Sentence> sentences) {
        for (String part : element.getTextContent().split("(?=\\{)|(?<=\\})")) {
            sentences.add(new Sentence(part, known + (part.startsWith("{substring(") ? part : "")));
        }
    }

    /** A fix is shown where none before it holds: after those for other hosts the server is a real one. */
    private static boolean isOfOtherHosts(String when, String flag, List<Sentence> soFar) {
        if (when.equals("/scope/@host = 'assumed'") && flag.contains("@host != 'development'")) {
            return true;
        }
        boolean isAssumed = soFar.stream()
                .anyMatch(it -> it.known().contains("or /scope/@host = 'assumed'")
                        || it.known().endsWith("/scope/@host = 'assumed'"));
        return when.equals("/scope/@host != 'real'") || (isAssumed && when.equals("/scope/@host = 'development'"));
    }

    private static Element root(Rule rule) throws Exception {
        try (InputStream in = PresuppositionsTest.class.getResourceAsStream("/" + rule.file())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_a_real_server_is_said_of_other_hosts() throws RuleException {
        Pattern words = Pattern.compile("appcmd|W3SVC|inetsrv|setspn|Get-AD|-WebConf|computer account|speed|SERVER1");
        return Stream.of(Host.ASSUMED, Host.DEVELOPMENT).flatMap(host -> said(host, Computer.UNKNOWN, words));
    }

    @TestFactory
    Stream<DynamicTest> a_computer_of_which_nothing_is_known_has_no_name() throws RuleException {
        return said(Host.REAL, Computer.UNKNOWN, Pattern.compile("SERVER1\\$"));
    }

    /** What all rules say of all examples, were they another host's. */
    private static Stream<DynamicTest> said(Host host, Computer computer, Pattern never) {
        List<Rule> rules = catalogueOrThrow();
        return rules.stream()
                .filter(rule -> rule.subject() == Rule.Subject.PATH || rule.subject() == Rule.Subject.FILE)
                .map(rule -> dynamicTest(host + ": the examples of " + rule.id(), () -> {
                    for (Rule.Example example : rule.examples()) {
                        for (Finding finding : findings(rules, example, host, computer)) {
                            assertThat(all(finding))
                                    .as("%s, of the example %s", finding.rule().id(), example.name())
                                    .doesNotContainPattern(never);
                        }
                    }
                }));
    }

    private static List<Finding> findings(List<Rule> rules, Rule.Example example, Host host, Computer computer) {
        ConfigSource real = new ExampleSource(example.files());
        ConfigSource other = (ConfigSource) Proxy.newProxyInstance(
                PresuppositionsTest.class.getClassLoader(),
                new Class<?>[] {ConfigSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "host" -> host;
                    case "computer" -> computer;
                    default -> method.invoke(real, arguments);
                });
        ServerConfiguration server = ServerConfiguration.read(other);
        Checker checker = new Checker(rules, server.name(), server.root());
        server.forEachScope(checker::check);
        server.writtenFiles().forEach(checker::check);
        return checker.findings();
    }

    private static String all(Finding finding) {
        StringBuilder all = new StringBuilder(finding.message()).append('\n').append(finding.fix());
        finding.notes().forEach(note -> all.append('\n').append(note.message()));
        return all.append('\n').append(finding.place().label()).toString();
    }

    private static List<Rule> catalogueOrThrow() {
        try {
            return catalogue();
        } catch (RuleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Rule> catalogue() throws RuleException {
        return RuleCatalogue.of(List.of(), Schema.builtIn().paths()::contains).rules();
    }
}
