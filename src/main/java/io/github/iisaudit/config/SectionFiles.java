package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.transform.Deployed;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code configSource} names: the body of one section, in a file beside or below the one that names it.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/getting-started-with-configuration-in-iis-7-and-above">Getting started with configuration</a>
 */
final class SectionFiles {

    /** To read so many bytes is a step. */
    private static final int BYTES = 8;

    private final ConfigSource source;
    private final XmlReader reader;
    private final Budget budget;

    /** Those that were found, by the elements that name them. */
    private final Map<LocatedElement, LocatedElement> bodies = new IdentityHashMap<>();

    /** Those that were read, however many elements name them. */
    private final Map<Named, Read> files = new HashMap<>();

    private record Named(String folder, String path) {}

    /** What a file says, or why it says nothing. */
    private record Read(
            Lookup lookup,
            @Nullable LocatedElement root,
            @Nullable UnreadableXmlException failure) {}

    /** @param budget what pays for reading them */
    SectionFiles(ConfigSource source, XmlReader reader, Budget budget) {
        this.source = source;
        this.reader = reader;
        this.budget = budget;
    }

    /** The section element of the file that an element names. */
    LocatedElement body(SectionWrite write, LocatedAttribute configSource) throws Refusal {
        LocatedElement known = bodies.get(write.element());
        if (known == null) {
            known = find(write, configSource);
            bodies.put(write.element(), known);
        }
        return known;
    }

    private LocatedElement find(SectionWrite write, LocatedAttribute configSource) throws Refusal {
        for (Attribute other : write.element().attributes()) {
            if (other != configSource && !GranularLocks.isLockAttribute(other.getName())) {
                throw Refusal.unknown("it is not known what IIS does with configSource and other attributes together");
            }
        }
        String path = configSource.getValue().replace('\\', '/');
        if (path.startsWith("/") || path.contains(":") || path.startsWith("../") || path.contains("/../")) {
            throw bad("configSource must name a file in the same folder or below it")
                    .at(write.element(), configSource);
        }
        Read file = files.computeIfAbsent(new Named(write.layer().folder(), path), this::read);
        if (file.lookup instanceof Lookup.Unavailable unavailable) {
            throw Refusal.unknown("the file that configSource names, " + unavailable.path() + ", is not available: "
                    + unavailable.reason());
        }
        if (file.lookup instanceof Lookup.Found found) {
            return body(found.file().path(), file, write, configSource);
        }
        throw bad("the file that configSource names, " + path + ", does not exist")
                .at(write.element(), configSource);
    }

    private Read read(Named named) {
        Lookup lookup = source.file(named.folder, named.path);
        if (!(lookup instanceof Lookup.Found found)) {
            return new Read(lookup, null, null);
        }
        try {
            budget.step(Use.FILES, found.file().bytes().length / BYTES);
            Deployed file = Deployed.read(found.file(), reader, steps -> budget.step(Use.FILES, steps));
            return new Read(lookup, file.root(), null);
        } catch (UnreadableXmlException e) {
            return new Read(lookup, null, e);
        }
    }

    private static LocatedElement body(String path, Read file, SectionWrite write, LocatedAttribute configSource)
            throws Refusal {
        if (file.root == null) {
            UnreadableXmlException e = Objects.requireNonNull(file.failure);
            throw bad("the file that configSource names cannot be parsed: " + e.span() + ": " + e.getMessage())
                    .at(write.element(), configSource);
        }
        LocatedElement root = file.root;
        LocatedElement body = section(root, write.section());
        if (body == null) {
            throw bad("the file that configSource names, " + path + ", holds <" + root.getName() + "> and not <"
                            + write.element().getName() + ">")
                    .at(write.element(), configSource);
        }
        return body;
    }

    /** The root itself, or the section in a whole {@code <configuration>}: both forms are documented. */
    private static @Nullable LocatedElement section(LocatedElement root, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!root.getName().equals("configuration")) {
            return root.getName().equals(name) ? root : null;
        }
        Element element = root;
        for (String step : path.split("/")) {
            element = element == null ? null : element.element(step);
        }
        return (LocatedElement) element;
    }

    private static Refusal bad(String message) {
        return Refusal.of(ErrorKind.BAD_CONFIG_SOURCE, message);
    }
}
