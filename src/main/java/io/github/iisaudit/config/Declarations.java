package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.LocatedElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * The sections and groups that are declared in {@code configSections}. Declarations add up downwards: a web.config may add
 * sections and may not declare one again that is declared above.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/introduction-to-applicationhostconfig">applicationHost.config</a>
 */
final class Declarations {

    /**
     * A section as declared. A missing overrideModeDefault is Allow, a missing allowDefinition Everywhere.
     *
     * @param depth of the file that declares it
     */
    record Declaration(LocatedElement element, int depth) {

        boolean isLocked() {
            return mode().equals("Deny");
        }

        /** Why it is not known whether the section is locked; null for the two modes as they are documented. */
        @Nullable
        String modeDoubt() {
            String mode = mode();
            return mode.equals("Allow") || mode.equals("Deny")
                    ? null
                    : "it is not known how IIS reads overrideModeDefault=\"" + mode + "\"";
        }

        private String mode() {
            return element.attributeValue("overrideModeDefault", "Allow");
        }

        String allowDefinition() {
            return element.attributeValue("allowDefinition", "Everywhere");
        }

        boolean allowsLocation() {
            return !element.attributeValue("allowLocation", "true").equals("false");
        }
    }

    private final @Nullable Declarations above;
    private final int depth;
    private final Map<String, Declaration> sections = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private @Nullable ConfigError error;

    private Declarations(@Nullable Declarations above, int depth) {
        this.above = above;
        this.depth = depth;
    }

    /** No declarations: those of a file that could not be read. */
    static Declarations none() {
        return new Declarations(null, 0);
    }

    /** Those of a file, below those of the files above it. */
    static Declarations read(LocatedElement configuration, @Nullable Declarations above, int depth) {
        Declarations all = new Declarations(above, depth);
        boolean isFirst = true;
        for (Element child : configuration.elements()) {
            if (child.getName().equals("configSections")) {
                if (!isFirst) {
                    all.fail(
                            ErrorKind.CONFIG_SECTIONS_MISPLACED,
                            "<configSections> must stand once, before everything else",
                            child);
                }
                all.readGroup(child, "");
            }
            isFirst = false;
        }
        return all;
    }

    private void readGroup(Element group, String prefix) {
        for (Element child : group.elements()) {
            String path = ConfigPath.join(prefix, child.attributeValue("name", ""));
            if (child.getName().equals("sectionGroup")) {
                groups.add(path);
                readGroup(child, path);
            } else if (child.getName().equals("section")) {
                declare(path, (LocatedElement) child);
            }
        }
    }

    private void declare(String path, LocatedElement section) {
        if (sections.containsKey(path) || isDeclaredByHost(path)) {
            fail(
                    ErrorKind.DUPLICATE_SECTION_DEFINITION,
                    "the section " + path + " is declared twice: here and at " + place(path),
                    section);
        } else {
            sections.put(path, new Declaration(section, depth));
        }
    }

    /** Between two web.config files .NET takes the same declaration twice, so only those of applicationHost.config count. */
    private boolean isDeclaredByHost(String path) {
        Declarations host = above;
        while (host != null && host.above != null) {
            host = host.above;
        }
        return host != null && host.sections.containsKey(path);
    }

    private String place(String path) {
        var span = find(path).orElseThrow().element().nameSpan();
        return span.path() + ":" + span.line();
    }

    private void fail(ErrorKind kind, String message, Element element) {
        if (error == null) {
            error = new ConfigError(kind, message, (LocatedElement) element, null, null);
        }
    }

    Optional<Declaration> find(String section) {
        Declaration own = sections.get(section);
        if (own == null && above != null) {
            return above.find(section);
        }
        return Optional.ofNullable(own);
    }

    boolean isGroup(String path) {
        return groups.contains(path) || (above != null && above.isGroup(path));
    }

    /** What is wrong with the declarations of this file; it breaks every read of the file. */
    @Nullable
    ConfigError error() {
        return error;
    }

    /** The sections declared in this file. */
    Set<String> paths() {
        return sections.keySet();
    }
}
