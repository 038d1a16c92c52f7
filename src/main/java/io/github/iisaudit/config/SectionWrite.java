package io.github.iisaudit.config;

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
 * @param isForApplication whether it speaks for an application: its own, or one that a location tag names
 */
record SectionWrite(
        Layer layer,
        Block block,
        String section,
        LocatedElement element,
        boolean isApplicationRoot,
        boolean isForApplication) {

    @Nullable
    LocatedElement repeated() {
        return layer.repeated(section, block.target());
    }
}
