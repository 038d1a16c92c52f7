package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.PathsRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the sections of a schema stand: which of them a path of an effective document leads to. Immutable once made. */
final class SectionPaths {

    /** The sections that an element is or has below it. */
    private final Map<String, List<String>> below = new HashMap<>();

    private final Set<String> known;

    SectionPaths(Set<String> known) {
        this.known = known;
        for (String section : known) {
            add("", section);
            for (int slash = section.indexOf('/'); slash >= 0; slash = section.indexOf('/', slash + 1)) {
                add(section.substring(0, slash), section);
            }
            add(section, section);
        }
    }

    private void add(String element, String section) {
        List<String> sections = below.get(element);
        if (sections == null) {
            sections = new ArrayList<>();
            below.put(element, sections);
        }
        sections.add(section);
    }

    /**
     * The sections at a path, below it, and around it: on those depends what is seen there.
     *
     * @param path as {@link PathsRead} has them
     */
    List<String> touched(String path) {
        String element = PathsRead.element(path);
        List<String> touched = new ArrayList<>();
        for (int slash = element.indexOf('/'); slash >= 0; slash = element.indexOf('/', slash + 1)) {
            String around = element.substring(0, slash);
            if (known.contains(around)) {
                touched.add(around);
            }
        }
        List<String> sections = below.get(element);
        if (sections != null) {
            touched.addAll(sections);
        }
        return touched;
    }
}
