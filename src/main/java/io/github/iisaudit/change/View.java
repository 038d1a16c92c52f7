package io.github.iisaudit.change;

import io.github.iisaudit.config.Part;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.rule.Checker;
import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a server, or the part of it that was visited, says at one time, and what the rules find there. */
final class View {

    /** What the findings of two times have in common where they tell of the same. */
    record Key(String rule, String file, String anchor) {

        static Key of(Finding finding) {
            return new Key(finding.rule().id(), finding.place().file(), finding.anchor());
        }
    }

    private final Map<Key, List<Finding>> findings = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Part part;
    private final PartValues values;

    private View(Part part, PartValues values) {
        this.part = part;
        this.values = values;
    }

    /** Visits the paths and files of a server. */
    static View of(ServerConfiguration server, PartValues values, Terms terms, Checker checker) {
        View view = new View(server.part(), values);
        server.forEachScope(scope -> {
            terms.goOn();
            checker.check(scope);
            values.visit(scope);
        });
        for (WrittenFile file : server.writtenFiles()) {
            terms.goOn();
            checker.check(file);
            view.files.add(file.path());
        }
        checker.findings()
                .forEach(it -> view.findings
                        .computeIfAbsent(Key.of(it), key -> new ArrayList<>())
                        .add(it));
        return view;
    }

    /** Visits the paths only. */
    static View of(ServerConfiguration server, PartValues values, Terms terms) {
        server.forEachScope(scope -> {
            terms.goOn();
            values.visit(scope);
        });
        return new View(server.part(), values);
    }

    /** What was visited. */
    Part part() {
        return part;
    }

    /** What is found of the same defect in the same place; mostly none or one. */
    List<Finding> findings(Key key) {
        return findings.getOrDefault(key, List.of());
    }

    /** Whether a file was read. */
    boolean hasFile(String file) {
        return files.contains(file);
    }

    /** Whether a part of a document says something else at a path than at another time. */
    boolean differs(View other, String path, String part) {
        return values.differs(other.values, path, part);
    }
}
