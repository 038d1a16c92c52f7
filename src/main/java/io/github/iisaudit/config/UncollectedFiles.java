package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.config.EffectiveSection.Missing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a web.config that was not collected could have changed. */
final class UncollectedFiles {

    private final Schema schema;
    private final Layer host;
    private final SiteTree tree;

    UncollectedFiles(Schema schema, Layer host, SiteTree tree) {
        this.schema = schema;
        this.host = host;
        this.tree = tree;
    }

    /** A file that was not collected can change what is writable where it would lie, and nothing else. */
    PathState reach(PathState state, Missing missing, String path) {
        Map<String, SectionState> changed = new HashMap<>();
        for (String section : schema.paths()) {
            SectionState before = state.section(section);
            if (before != null && isWritable(before, section, path)) {
                changed.put(section, before.missing(missing));
            }
        }
        return state.with(changed);
    }

    private boolean isWritable(SectionState state, String section, String path) {
        if (state.isSettled() || state.lock().isLocked() || state.values().itemLock() != null) {
            return false;
        }
        Declarations declarations = host.declarations();
        Optional<Declaration> declaration = declarations == null ? Optional.empty() : declarations.find(section);
        return declaration
                .map(d -> d.allowDefinition().equals("Everywhere")
                        || (d.allowDefinition().equals("MachineToApplication") && tree.isApplicationRoot(path)))
                .orElse(true);
    }
}
