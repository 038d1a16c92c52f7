package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.transform.Deployed;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.IdentityHashMap;
import java.util.Map;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code configSource} names: the body of one section, in a file beside or below the one that names it.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/getting-started-with-configuration-in-iis-7-and-above">Getting started with configuration</a>
 */
final class SectionFiles {

    private final ConfigSource source;
    private final XmlReader reader;

    /** Those that were found, by the elements that name them. */
    private final Map<LocatedElement, LocatedElement> bodies = new IdentityHashMap<>();

    SectionFiles(ConfigSource source, XmlReader reader) {
        this.source = source;
        this.reader = reader;
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
        Lookup lookup = source.file(write.layer().folder(), path);
        if (lookup instanceof Lookup.Unavailable unavailable) {
            throw Refusal.unknown("the file that configSource names, " + unavailable.path() + ", is not available: "
                    + unavailable.reason());
        }
        if (lookup instanceof Lookup.Found found) {
            return parse(found, write, configSource);
        }
        throw bad("the file that configSource names, " + path + ", does not exist")
                .at(write.element(), configSource);
    }

    private LocatedElement parse(Lookup.Found found, SectionWrite write, LocatedAttribute configSource) throws Refusal {
        LocatedElement root;
        try {
            root = Deployed.read(found.file(), reader).root();
        } catch (UnreadableXmlException e) {
            throw bad("the file that configSource names cannot be parsed: " + e.span() + ": " + e.getMessage())
                    .at(write.element(), configSource);
        }
        LocatedElement body = section(root, write.section());
        if (body == null) {
            throw bad("the file that configSource names, " + found.file().path() + ", holds <" + root.getName()
                            + "> and not <" + write.element().getName() + ">")
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
