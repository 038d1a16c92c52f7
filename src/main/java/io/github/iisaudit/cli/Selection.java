package io.github.iisaudit.cli;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Few;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The paths and sections that were asked for, and what there is instead. */
final class Selection {

    private static final String AUTHENTICATION = "system.webServer/security/authentication/";
    private static final int SHOWN = 5;

    private final List<String> paths;
    private final List<String> sections;
    private final boolean isAllSections;
    private final Set<String> notices = new LinkedHashSet<>();
    private final TreeSet<String> otherPaths = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final TreeSet<String> otherSections = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param paths all where empty */
    Selection(List<String> paths, List<String> sections, boolean isAllSections) {
        this.paths = paths;
        this.sections = sections;
        this.isAllSections = isAllSections;
    }

    /** Visits the paths of a server that were asked for. */
    void visit(ServerConfiguration server, Consumer<Scope> visitor) {
        if (paths.isEmpty()) {
            server.forEachScope(visitor);
        }
        for (String path : paths) {
            String place = path.replace('\\', '/').replaceAll("^/+|/+$", "");
            Optional<Scope> scope = server.find(place);
            scope.ifPresentOrElse(visitor, () -> otherPaths.addAll(server.paths()));
            scope.ifPresent(found -> sibling(place, server.paths()));
        }
    }

    /** A path of which nothing is written is there all the same; somebody may have meant one beside it. */
    private void sibling(String place, Collection<String> known) {
        int start = place.lastIndexOf('/') + 1;
        List<String> beside = new ArrayList<>();
        for (String path : known) {
            if (path.equalsIgnoreCase(place)) {
                return;
            }
            if (path.lastIndexOf('/') + 1 == start && path.regionMatches(true, 0, place, 0, start)) {
                beside.add(path.substring(start));
            }
        }
        Spelling.nearest(place.substring(start), beside)
                .ifPresent(name -> notices.add("nothing is written for " + place + ", which has what it inherits; did"
                        + " you mean " + place.substring(0, start) + name + "?"));
    }

    /** What is to be said of the paths that were visited. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /** The sections of a path that were asked for. */
    List<EffectiveSection> sections(Scope scope) {
        List<EffectiveSection> wanted = scope.sections(this::isWanted);
        if (wanted.isEmpty()) {
            scope.sections().forEach(s -> otherSections.add(s.name()));
        }
        return wanted;
    }

    private boolean isWanted(String section) {
        if (isAllSections) {
            return true;
        }
        if (sections.isEmpty()) {
            return section.startsWith(AUTHENTICATION);
        }
        String name = section.substring(section.lastIndexOf('/') + 1);
        return sections.stream().anyMatch(s -> s.equalsIgnoreCase(section) || s.equalsIgnoreCase(name));
    }

    /** What to say where nothing was shown. */
    String nothingMatched() {
        return otherSections.isEmpty()
                ? "there is no path " + String.join(", ", paths) + meant(paths, otherPaths, some(otherPaths))
                : "there is no section " + String.join(", ", sections)
                        + meant(sectionsInShort(), sectionNames(), some(otherSections));
    }

    private static String meant(List<String> typed, Collection<String> known, String some) {
        for (String name : typed) {
            if (Spelling.nearest(name, known).isPresent()) {
                return Spelling.didYouMean(name, known, "there are " + some);
            }
        }
        return "; there are " + some;
    }

    /** The sections as they were typed, and their names alone. */
    private List<String> sectionsInShort() {
        List<String> all = new ArrayList<>(sections);
        sections.forEach(name -> all.add(name.substring(name.lastIndexOf('/') + 1)));
        return all;
    }

    /** In full and in short, as they may be typed. */
    private Set<String> sectionNames() {
        Set<String> names = new TreeSet<>(otherSections);
        otherSections.forEach(name -> names.add(name.substring(name.lastIndexOf('/') + 1)));
        return names;
    }

    private static String some(TreeSet<String> names) {
        List<String> all = names.stream().map(n -> n.isEmpty() ? "/" : n).toList();
        return Few.named(Few.first(all, SHOWN));
    }
}
