package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.Compiled;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the rules of a compiled catalogue. Used for one catalogue. */
final class CatalogueReader {

    private static final Severity[] SEVERITIES = Severity.values();
    private static final Confidence[] CONFIDENCES = Confidence.values();
    private static final Rule.Subject[] SUBJECTS = Rule.Subject.values();

    private final Compiled source;
    private final Compiled.Cursor in;
    private final Function<String, Supplier<Rule.Manual>> manuals;

    /** What rules looked at so far. */
    private final List<Set<String>> reads = new ArrayList<>();

    private CatalogueReader(Compiled source, Function<String, Supplier<Rule.Manual>> manuals) {
        this.source = source;
        this.in = source.body();
        this.manuals = manuals;
    }

    /**
     * Reads all rules.
     *
     * @param manuals what people read about the rule in a file
     */
    static List<Rule> read(byte[] bytes, Function<String, Supplier<Rule.Manual>> manuals) {
        CatalogueReader reader = new CatalogueReader(new Compiled(bytes), manuals);
        int count = reader.in.number();
        List<Rule> rules = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rules.add(reader.rule());
        }
        return rules;
    }

    private Rule rule() {
        String id = in.string();
        String file = RuleCatalogue.file(id);
        return new Rule(
                id,
                SEVERITIES[in.number()],
                CONFIDENCES[in.number()],
                in.string(),
                SUBJECTS[in.number()],
                in.number() == 1,
                in.string(),
                optional(),
                in.xpath(),
                template(),
                template(),
                cases(),
                fixes(),
                new Reads(reads(), reads(), reads()),
                manuals.apply(file),
                file);
    }

    private Template template() {
        return Template.compiled(source, in);
    }

    private List<Rule.Case> cases() {
        int count = in.number();
        List<Rule.Case> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cases.add(new Rule.Case(in.xpath(), one(SEVERITIES), one(CONFIDENCES), template()));
        }
        return cases;
    }

    private <E> Optional<E> one(E[] values) {
        int number = in.number();
        return number == 0 ? Optional.empty() : Optional.of(values[number - 1]);
    }

    private List<Rule.Fix> fixes() {
        int count = in.number();
        List<Rule.Fix> fixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fixes.add(new Rule.Fix(optional(), template()));
        }
        return fixes;
    }

    private Optional<SafeXPath> optional() {
        return in.number() == 1 ? Optional.of(in.xpath()) : Optional.empty();
    }

    private Set<String> reads() {
        int known = in.number();
        if (known > 0) {
            return reads.get(known - 1);
        }
        int count = in.number();
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < count; i++) {
            paths.add(in.string());
        }
        reads.add(paths);
        return paths;
    }
}
