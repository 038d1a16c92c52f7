package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of a rule after the first, a line each; lines below it only say what is different there. */
final class OtherPlaces {

    private static final String INDENT = "    ";
    private static final int ROOM_FOR_PATHS = 36;
    private static final int LEAST_FILE = 16;

    private final Finding first;
    private final List<Finding> others;
    private final Page page;
    private final boolean isFleet;
    private final Links links;
    private final Map<String, String> told = new HashMap<>();

    OtherPlaces(List<Finding> group, Page page, boolean isFleet, Links links) {
        this.first = group.get(0);
        this.others = group.subList(1, group.size());
        this.page = page;
        this.isFleet = isFleet;
        this.links = links;
        first.notes().forEach(note -> told.put(note.message(), where(note.paths())));
    }

    void tell() {
        if (others.isEmpty()) {
            return;
        }
        page.line("  also at");
        int widest = 0;
        for (Finding other : others) {
            widest = Math.max(widest, Glyphs.width(location(other)));
        }
        for (Map.Entry<String, List<Finding>> alike : byDifference().entrySet()) {
            for (Finding other : alike.getValue()) {
                tell(other, widest);
            }
            int count = alike.getValue().size();
            if (!alike.getKey().isBlank()) {
                page.wrapped(INDENT + "  " + (count > 1 ? "all " + count + ": " : ""), alike.getKey());
            }
        }
    }

    /** Those together that differ from the first in the same, such as copies of one file. */
    private Map<String, List<Finding>> byDifference() {
        Map<String, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding other : others) {
            alike.computeIfAbsent(difference(other), d -> new ArrayList<>()).add(other);
        }
        return alike;
    }

    private void tell(Finding finding, int widest) {
        String location = location(finding);
        String gap = " ".repeat(Math.max(0, widest - Glyphs.width(location)) + 2);
        String severity = grade(finding);
        int room = page.width() - INDENT.length() - widest - 2 - severity.length();
        page.line(INDENT
                + links.place(finding, finding.place(), location)
                + gap
                + Paths.fit(finding.paths(), Math.max(1, room))
                + severity);
        notes(finding);
    }

    /** How bad and how sure it is, where that is something else. */
    private String grade(Finding finding) {
        List<String> grades = new ArrayList<>();
        if (finding.severity() != first.severity()) {
            grades.add(finding.severity().id());
        }
        if (finding.confidence() != first.confidence()) {
            grades.add(finding.confidence().id() + " confidence");
        }
        return grades.isEmpty() ? "" : " (" + String.join(", ", grades) + ")";
    }

    /** What is to be known of this place, unless it is all that was said of the first; said before, it is said in short. */
    private void notes(Finding finding) {
        if (sentences(finding).equals(sentences(first))) {
            return;
        }
        for (Note note : finding.notes()) {
            String whose = Paths.areAll(note.paths(), finding.paths()) ? "" : " (" + Paths.list(note.paths(), 3) + ")";
            String said = told.putIfAbsent(note.message(), where(finding.paths()));
            page.wrapped(INDENT + "  note ", (said == null ? note.message() : "as at " + said) + whose);
        }
        if (finding.notes().isEmpty()) {
            page.line(INDENT + "  without the note above");
        }
    }

    private static String where(List<String> paths) {
        return paths.isEmpty() ? "the first" : Paths.shown(paths.get(0));
    }

    private static List<String> sentences(Finding finding) {
        List<String> sentences = new ArrayList<>();
        finding.notes().forEach(note -> sentences.add(note.message()));
        return sentences;
    }

    /** Server, file, line and column in what the configuration paths leave of the width. */
    private String location(Finding finding) {
        String position = ":" + finding.place().line() + ":" + finding.place().column();
        int room = page.width() - ROOM_FOR_PATHS - position.length();
        String server = isFleet ? ServerPrefix.of(finding, room - LEAST_FILE) : "";
        return server + Paths.cut(finding.place().file(), room - Glyphs.width(server)) + position;
    }

    private String difference(Finding finding) {
        String label = finding.place().label();
        if (!label.isEmpty()) {
            return label.equals(first.place().label()) ? "" : label;
        }
        return finding.message().equals(first.message()) ? "" : finding.message();
    }
}
