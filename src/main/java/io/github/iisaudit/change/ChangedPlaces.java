package io.github.iisaudit.change;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.PastSource;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which places in the files of one server are new or other than they were. Files are compared when they are asked about. */
final class ChangedPlaces {

    private final PastSource past;
    private final XmlReader reader = new XmlReader();
    private final Map<String, Changes> files = new HashMap<>();

    /** What changed in a file: all of it, or some parts. */
    private record Changes(boolean isWhole, List<Span> parts) {

        static final Changes NONE = new Changes(false, List.of());
        static final Changes WHOLE = new Changes(true, List.of());

        boolean contain(Finding.Place place) {
            return isWhole || parts.stream().anyMatch(part -> contains(part, place));
        }

        private static boolean contains(Span part, Finding.Place place) {
            boolean begins =
                    part.line() < place.line() || part.line() == place.line() && part.column() <= place.column();
            boolean ends = part.endLine() > place.line()
                    || part.endLine() == place.line() && part.endColumn() > place.column();
            return begins && ends;
        }
    }

    ChangedPlaces(PastSource past) {
        this.past = past;
    }

    /** Whether what stands at a place, or overrode it, or locks it, is new or other than it was. */
    boolean contain(Finding finding) {
        Finding.Place lock = finding.lockedBy();
        return contain(finding.place())
                || lock != null && contain(lock)
                || finding.via().stream().anyMatch(via -> contain(via.place()));
    }

    private boolean contain(Finding.Place place) {
        return files.computeIfAbsent(place.file(), this::compare).contain(place);
    }

    /** Whether the first line of what stands at a place stood somewhere in the file before. */
    boolean wasThere(Finding.Place place) {
        Optional<Lookup> before = past.before(place.file());
        if (before.isEmpty()) {
            return true;
        }
        int end = place.endLine() == place.line()
                ? place.endColumn() - 1
                : place.lineText().length();
        String text = place.lineText().substring(place.column() - 1, end);
        return tree(before.get())
                .filter(root -> root.span().source().text().contains(text))
                .isPresent();
    }

    private Changes compare(String file) {
        Optional<Lookup> before = past.before(file);
        if (before.isEmpty()) {
            return Changes.NONE;
        }
        Optional<LocatedElement> then = tree(before.get());
        Optional<LocatedElement> now =
                then.isEmpty() ? Optional.empty() : past.now(file).flatMap(this::tree);
        return now.isEmpty() ? Changes.WHOLE : new Changes(false, ChangedParts.between(then.orElseThrow(), now.get()));
    }

    /** The root of a file; empty where it is none that can be read. */
    private Optional<LocatedElement> tree(Lookup lookup) {
        if (!(lookup instanceof Lookup.Found found)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(found.file().path(), found.file().bytes()));
        } catch (UnreadableXmlException e) {
            return Optional.empty();
        }
    }
}
