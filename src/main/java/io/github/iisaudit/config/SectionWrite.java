package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.xml.LocatedElement;
import org.jspecify.annotations.Nullable;

/**
 * What is written.
 *
 * @param layer the file
 * @param block what it says for the path
 * @param section the section path
 * @param element the section's element
 * @param isApplicationRoot whether the file lies at the root of an application
 */
record SectionWrite(Layer layer, Block block, String section, LocatedElement element, boolean isApplicationRoot) {

    /** What the section becomes depends on, beside its state before and the schema. */
    Inputs after(SectionState before, Schema schema) {
        Declarations declarations = layer.declarations();
        Declaration declaration =
                declarations == null ? null : declarations.find(section).orElse(null);
        int facts = layer.depth() << 2 | (layer.isAssumed() ? 2 : 0) | (isApplicationRoot ? 1 : 0);
        return Inputs.of(
                before,
                schema,
                section,
                element,
                block.location(),
                declaration == null ? null : declaration.element(),
                facts);
    }

    /** Whether the section's content stands in another file. */
    boolean isElsewhere() {
        return !layer.isHost() && element.attribute("configSource") != null;
    }

    @Nullable
    LocatedElement repeated() {
        return layer.repeated(section, block.target());
    }
}
