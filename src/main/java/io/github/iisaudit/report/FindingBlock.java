package io.github.iisaudit.report;

import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.BaselineState;
import io.github.iisaudit.rule.Finding.Holds;
import io.github.iisaudit.rule.Finding.Note;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.rule.Finding.Via;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings written as bytes, to be read again as often as they are wanted: a tenth of what they take as objects, since most of
 * their texts are the same.
 */
final class FindingBlock {

    private FindingBlock() {}

    /** The bytes of some findings. */
    static byte[] write(List<Finding> findings, RuleNumbers rules) {
        BlockWriter out = new BlockWriter();
        out.number(findings.size());
        for (Finding finding : findings) {
            write(finding, out, rules);
        }
        return out.toBytes();
    }

    private static void write(Finding finding, BlockWriter out, RuleNumbers rules) {
        out.number(rules.of(finding.rule()));
        out.number(finding.severity().ordinal());
        out.number(finding.confidence().ordinal());
        out.text(finding.message());
        out.list(finding.notes(), note -> {
            out.text(note.message());
            out.list(note.paths(), out::text);
        });
        out.text(finding.fix());
        out.text(finding.server());
        out.text(finding.root());
        write(finding.place(), out);
        out.list(finding.paths(), out::text);
        out.list(finding.via(), via -> {
            write(via.place(), out);
            out.text(via.message());
        });
        Place lock = finding.lockedBy();
        out.list(lock == null ? List.of() : List.of(lock), place -> write(place, out));
        out.text(finding.fingerprint());
        out.text(finding.anchor());
        Suppression suppression = finding.suppression();
        out.list(suppression == null ? List.of() : List.of(suppression), it -> {
            out.number(it.kind().ordinal());
            out.text(it.reason());
            write(it.place(), out);
        });
        out.number(finding.baseline().ordinal());
        out.list(finding.holds().environments(), out::text);
        out.list(List.copyOf(finding.holds().when().entrySet()), value -> {
            out.text(value.getKey());
            out.text(value.getValue());
        });
    }

    private static void write(Place place, BlockWriter out) {
        out.text(place.file());
        out.number(place.line());
        out.number(place.column());
        out.number(place.endLine());
        out.number(place.endColumn());
        out.text(place.lineText());
        out.text(place.label());
    }

    /** The findings again. */
    static List<Finding> read(byte[] bytes, RuleNumbers rules) {
        BlockReader in = new BlockReader(bytes);
        int count = in.number();
        List<Finding> findings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            findings.add(finding(in, rules));
        }
        return findings;
    }

    /** The arguments are read in the order in which they stand here. */
    private static Finding finding(BlockReader in, RuleNumbers rules) {
        return new Finding(
                rules.rule(in.number()),
                Severity.values()[in.number()],
                Confidence.values()[in.number()],
                in.text(),
                in.list(() -> new Note(in.text(), in.list(in::text))),
                in.text(),
                in.text(),
                in.text(),
                place(in),
                in.list(in::text),
                in.list(() -> new Via(place(in), in.text())),
                only(in.list(() -> place(in))),
                in.text(),
                in.text(),
                only(in.list(() -> new Suppression(Suppression.Kind.values()[in.number()], in.text(), place(in)))),
                BaselineState.values()[in.number()],
                holds(in));
    }

    private static Holds holds(BlockReader in) {
        List<String> environments = in.list(in::text);
        Map<String, String> when = new TreeMap<>();
        in.list(() -> Map.entry(in.text(), in.text())).forEach(value -> when.put(value.getKey(), value.getValue()));
        return environments.isEmpty() && when.isEmpty() ? Holds.ALWAYS : new Holds(environments, when);
    }

    private static <T> @Nullable T only(List<T> one) {
        return one.isEmpty() ? null : one.get(0);
    }

    private static Place place(BlockReader in) {
        return new Place(in.text(), in.number(), in.number(), in.number(), in.number(), in.text(), in.text());
    }

    /** The rules of the findings of one run by number. */
    static final class RuleNumbers {

        private final List<Rule> rules = new ArrayList<>();

        int of(Rule rule) {
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i) == rule) {
                    return i;
                }
            }
            rules.add(rule);
            return rules.size() - 1;
        }

        Rule rule(int number) {
            return rules.get(number);
        }
    }
}
