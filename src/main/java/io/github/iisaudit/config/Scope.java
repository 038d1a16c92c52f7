package io.github.iisaudit.config;

import io.github.iisaudit.source.Computer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** One configuration path and what IIS would see there. It stays as it is whatever is asked of others. */
public interface Scope {

    /** What a path stands for. */
    enum Kind {
        SERVER("server"),
        SITE("site"),
        APPLICATION("application"),
        VIRTUAL_DIRECTORY("virtualDirectory"),
        DIRECTORY("directory"),
        FILE("file");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The name in output and in effective documents. */
        public String id() {
            return id;
        }
    }

    /** {@code Site/app/folder}; empty for the server level. */
    String path();

    Kind kind();

    /** Of a folder, the application elsewhere whose root folder it is or lies in; empty where there is none. */
    default String rootOf() {
        return "";
    }

    /** The computer that serves it; unknown where it is that of no server. */
    default Computer computer() {
        return Computer.UNKNOWN;
    }

    /** Takes steps of what its server may cost, if it is one of a server. */
    default void step(Budget.Use use, long steps) {}

    /** The name of the application pool that serves it; empty at the server level or where it is not known. */
    String applicationPool();

    /** The product that owns the configuration here; null where none is known to. */
    default @Nullable Product owner() {
        return Products.builtIn().owner(path(), applicationPool());
    }

    /** One line about what it is, for people: {@code application, pool hr (CONTOSO\svc-hr), https://intranet.contoso.com}. */
    String description();

    /** The pool that serves it; empty where none is known, or the server is none that is. */
    default Optional<ApplicationPool> pool() {
        return Optional.empty();
    }

    /** The values of a section; empty where it cannot be read or is not known. */
    default Optional<SectionValues> values(String section) {
        return Optional.empty();
    }

    /** The files that were not collected and could change a section here, the uppermost first. */
    default List<EffectiveSection.Missing> missing(String section) {
        return section(section).incomplete();
    }

    /** Whether a web.config says something of an attribute at this very path, so that it counts over applicationHost.config. */
    default boolean isSaidBelowHost(String section, String attribute) {
        return false;
    }

    /** The paths of all sections that the schema knows, whether shown at this path or not. */
    Set<String> sectionNames();

    /** One of the sections that the schema knows. */
    default EffectiveSection section(String name) {
        return sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The sections that the schema knows, in schema order. */
    List<EffectiveSection> sections();

    /** Those of them whose names are wanted; others need not be looked at. */
    default List<EffectiveSection> sections(Predicate<String> wanted) {
        return sections().stream()
                .filter(section -> wanted.test(section.name()))
                .toList();
    }

    /** The root element {@code scope} of the effective document, built at the first call. */
    Element document();

    /**
     * The same for somebody who looks at some sections only: it holds the sections of these paths, and those with an error or
     * an unknown, each whole; the others may be left out. What stands beside the sections is there as ever, and the order is
     * the same. The paths may name sections that nobody knows.
     */
    default Element document(Set<String> sections) {
        return document();
    }

    /** What somebody who knows more than configuration says of it, as the document has it; null where nobody does. */
    default @Nullable Element testimony() {
        return null;
    }

    /** What the document says, for comparing it with others; null where that is not known. */
    default @Nullable Content content() {
        return null;
    }

    /** Whether an {@code error} or an {@code unknown} may stand in some section of the document; false only if none does. */
    default boolean hasErrors() {
        return true;
    }
}
