package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.config.SectionState.Lock;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.HashMap;
import java.util.Map;

/** Sections as they are declared, before anything is written. */
final class DeclaredSections {

    private final Schema schema;
    private final boolean isAssumedHost;

    DeclaredSections(HostFacts host) {
        this.schema = host.schema();
        this.isAssumedHost = host.isAssumed();
    }

    /** Declared sections with their default lock; sections of .NET, which no file here declares, are open. */
    PathState at(Layer host) {
        Map<String, SectionState> sections = new HashMap<>();
        Declarations declarations = host.declarations();
        if (declarations == null) {
            return PathState.declared(sections, host.error());
        }
        for (String path : declarations.paths()) {
            sections.put(path, of(declarations.find(path).orElseThrow()));
        }
        for (String path : schema.paths()) {
            if (path.startsWith("system.web/")) {
                sections.put(path, SectionState.OPEN);
            }
        }
        return PathState.declared(sections, host.error());
    }

    /** A section before anything was written. */
    SectionState of(Declaration declaration) {
        return SectionState.declared(lock(declaration));
    }

    private Lock lock(Declaration declaration) {
        LocatedElement element = declaration.element();
        Span mode = SectionWriter.attribute(element, "overrideModeDefault");
        return new Lock(
                declaration.isLocked(),
                declaration.depth(),
                mode == null ? element.nameSpan() : mode,
                isAssumedHost && declaration.depth() == 0,
                declaration.modeDoubt());
    }
}
