package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.config.EffectiveSection.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A web.config that was not collected. It can have changed what is writable where it would lie, and nothing else; which sections
 * these are is found out for those that somebody asks for.
 *
 * @param missing the file
 * @param before what the files above say where it would lie
 * @param declared what applicationHost.config declares, or null where it could not be read
 * @param isApplicationRoot whether it would lie at the root of an application
 */
record UncollectedFile(
        Missing missing, PathState before, @Nullable Declarations declared, boolean isApplicationRoot) {

    /** This file, if it could have changed a section, after those above that could. */
    List<Missing> changing(String section) {
        List<Missing> files = before.missing(section);
        SectionState state = before.section(section);
        if (state == null || !isWritable(state, section)) {
            return files;
        }
        List<Missing> all = new ArrayList<>(files);
        all.add(missing);
        return all;
    }

    private boolean isWritable(SectionState state, String section) {
        if (state.isSettled() || state.lock().isLocked() || state.values().itemLock() != null) {
            return false;
        }
        Declaration declaration =
                declared == null ? null : declared.find(section).orElse(null);
        if (declaration == null) {
            return true;
        }
        return declaration.allowDefinition().equals("Everywhere")
                || (declaration.allowDefinition().equals("MachineToApplication") && isApplicationRoot);
    }
}
