package io.github.iisaudit;

import io.github.iisaudit.ServerAudit.Result;
import io.github.iisaudit.config.Notice;
import io.github.iisaudit.config.OpenValues.OpenValue;
import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one server may be with the values that its placeholders may have. What is found with all of them is told as ever; the rest
 * says when it holds.
 */
final class Readings {

    /** What a file has before anything is left in or out of it is nothing that IIS gets; that it is one, is to be said. */
    private static final String PLACEHOLDER = "unresolved-placeholder";

    /** Each one takes an audit. */
    private static final int MOST = 16;

    private final List<OpenValue> varied = new ArrayList<>();
    private final List<OpenValue> left = new ArrayList<>();
    private final List<Map<String, String>> tried = new ArrayList<>();
    private final Map<Finding, Set<Map<String, String>>> found = new LinkedHashMap<>();

    /** @param open the placeholders that nothing is known of */
    Readings(List<OpenValue> open) {
        tried.add(Map.of());
        for (OpenValue value : open) {
            if (tried.size() * value.values().size() > MOST) {
                left.add(value);
            } else {
                varied.add(value);
                vary(value);
            }
        }
    }

    private void vary(OpenValue open) {
        List<Map<String, String>> before = List.copyOf(tried);
        tried.clear();
        for (Map<String, String> values : before) {
            for (String word : open.values()) {
                Map<String, String> more = new TreeMap<>(values);
                more.put(open.placeholder(), word);
                tried.add(more);
            }
        }
    }

    /** The values of placeholders, by their names, that are to be tried. */
    List<Map<String, String>> tried() {
        return List.copyOf(tried);
    }

    /** Adds what was found with some of these values. */
    void add(Map<String, String> values, Result result) {
        result.findings()
                .forEach(finding -> found.computeIfAbsent(finding, f -> new LinkedHashSet<>())
                        .add(values));
    }

    /** What was found with the files as they are, and what may be found when they are deployed. */
    Result with(Result asItIs) {
        Map<Finding, Finding> findings = new LinkedHashMap<>();
        boolean isTemplate = varied.stream().anyMatch(OpenValue::isCondition);
        for (Finding finding : asItIs.findings()) {
            if (!isTemplate || finding.rule().id().equals(PLACEHOLDER)) {
                findings.put(finding, finding);
            }
        }
        found.forEach((finding, values) -> {
            Map<String, String> when = values.size() == tried.size() ? Map.of() : common(values);
            findings.put(finding, when.isEmpty() ? finding : finding.when(when));
        });
        List<Notice> notices = new ArrayList<>(asItIs.notices());
        if (!left.isEmpty()) {
            List<String> names = left.stream().map(OpenValue::placeholder).toList();
            notices.add(Notice.of("too many placeholders to try all that they may become; not tried: "
                    + String.join(", ", names) + " (--variable gives them values)"));
        }
        return asItIs.with(sorted(findings.values()), asItIs.unreadable(), notices);
    }

    /** What all of some readings have in common, by the attributes. */
    private Map<String, String> common(Set<Map<String, String>> readings) {
        Map<String, String> common = new TreeMap<>();
        for (OpenValue open : varied) {
            Set<String> values = new LinkedHashSet<>();
            readings.forEach(reading -> values.add(reading.getOrDefault(open.placeholder(), "")));
            if (values.size() == 1) {
                common.put(name(open), values.iterator().next());
            }
        }
        return common;
    }

    /** The attribute, and the placeholder where the name of the attribute alone could mean several. */
    private String name(OpenValue open) {
        long same = varied.stream()
                .filter(other -> other.attribute().equals(open.attribute()))
                .count();
        return same == 1 ? open.attribute() : open.attribute() + " (" + open.placeholder() + ")";
    }

    private static List<Finding> sorted(Iterable<Finding> findings) {
        List<Finding> sorted = new ArrayList<>();
        findings.forEach(sorted::add);
        sorted.sort(Finding.IN_SERVER);
        return sorted;
    }
}
