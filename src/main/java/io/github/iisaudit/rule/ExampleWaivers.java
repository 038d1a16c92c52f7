package io.github.iisaudit.rule;

import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions of an example's settings file, for which the simplest form of YAML is enough: each key and its value on a line
 * of their own, and a hyphen before the first key of each suppression.
 */
final class ExampleWaivers {

    /** What counts as today in examples. */
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final String FILE = ".iisaudit.yml";

    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, Span> values = new LinkedHashMap<>();

    private ExampleWaivers() {}

    /** What becomes of the findings of an example. */
    static Triage of(Rule.Example example, List<Rule> running) {
        String text = example.files().get(FILE);
        if (text == null) {
            return Triage.NONE;
        }
        ExampleWaivers file = new ExampleWaivers();
        file.read(new SourceText(FILE, text));
        return new Waivers(
                file.waivers, TODAY, running, true, finding -> finding.place().file());
    }

    private void read(SourceText source) {
        int start = 0;
        for (String line : source.text().split("\n", -1)) {
            int hyphen = line.indexOf("- ");
            if (hyphen >= 0 && line.substring(0, hyphen).isBlank()) {
                end();
            }
            int colon = line.indexOf(": ");
            if (colon >= 0) {
                String key = line.substring(0, colon).replace("- ", "").strip();
                int end = start + line.stripTrailing().length();
                values.put(key, new Span(source, start + colon + 2, end));
            }
            start += line.length() + 1;
        }
        end();
    }

    private void end() {
        Span rule = values.get("rule");
        Span path = values.get("path");
        if (rule != null && path != null) {
            Span reason = values.get("reason");
            Predicate<String> isSame = path.text()::equalsIgnoreCase;
            waivers.add(new Waiver(
                    rule.text(),
                    path.text(),
                    new Waiver.Cover("", isSame, isSame),
                    reason == null ? "" : reason.text(),
                    path,
                    rule,
                    expiry(values.get("expires"))));
        }
        values.clear();
    }

    private static Waiver.@Nullable Expiry expiry(@Nullable Span expires) {
        return expires == null ? null : new Waiver.Expiry(LocalDate.parse(expires.text()), expires);
    }
}
