package io.github.iisaudit.rule;

import io.github.iisaudit.config.ApplicationPool;
import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.SectionValues;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;

/** An audit of some servers, one after the other, that remembers what rules found. */
final class Farm {

    private final List<Rule> rules;
    private final Verdicts verdicts;
    private final ServerReader reader = new ServerReader(2);
    private int evaluations;
    private List<StoppedRules.Stopped> stopped = List.of();

    Farm(List<Rule> rules) {
        this.rules = rules;
        this.verdicts = new Verdicts(rules);
    }

    /** The findings of the next server. */
    List<Finding> audit(ConfigSource source) {
        ServerConfiguration server = reader.read(source);
        Checker checker = new Checker(verdicts, Suppressions.of(rules), server.name(), server.root());
        server.forEachScope(checker::check);
        server.writtenFiles().forEach(checker::check);
        List<Finding> findings = checker.findings();
        evaluations = checker.evaluations();
        stopped = checker.stopped();
        return findings;
    }

    /** The rules that took too many steps on the last server. */
    List<StoppedRules.Stopped> stopped() {
        return stopped;
    }

    /** How often rules had to look at a document of the last server. */
    int evaluations() {
        return evaluations;
    }

    /** The findings of a server by rules that look at every document. */
    static List<Finding> alone(List<Rule> rules, ConfigSource source) {
        ServerConfiguration server = ServerConfiguration.read(source);
        Checker checker = new Checker(rules, server.name(), server.root());
        server.forEachScope(scope -> checker.check(new Shapeless(scope)));
        server.writtenFiles().forEach(checker::check);
        return checker.findings();
    }

    /** A scope that does not tell what it is like without its document. */
    private record Shapeless(Scope scope) implements Scope {

        @Override
        public String path() {
            return scope.path();
        }

        @Override
        public Kind kind() {
            return scope.kind();
        }

        @Override
        public String applicationPool() {
            return scope.applicationPool();
        }

        @Override
        public String description() {
            return scope.description();
        }

        @Override
        public Computer computer() {
            return scope.computer();
        }

        @Override
        public Optional<ApplicationPool> pool() {
            return scope.pool();
        }

        @Override
        public Optional<SectionValues> values(String section) {
            return scope.values(section);
        }

        @Override
        public Set<String> sectionNames() {
            return scope.sectionNames();
        }

        @Override
        public List<EffectiveSection> sections() {
            return scope.sections();
        }

        @Override
        public Element document() {
            return scope.document();
        }

        @Override
        public Element document(Set<String> sections) {
            return scope.document(sections);
        }

        @Override
        public boolean hasErrors() {
            return scope.hasErrors();
        }
    }
}
