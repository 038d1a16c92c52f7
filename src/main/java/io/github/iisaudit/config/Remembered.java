package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.xml.XmlReader;

/**
 * What was worked out for some servers and holds for others too, where the same elements stand in their files. Safe for use by
 * several threads.
 *
 * @param reader returns the same tree for the same file
 * @param declarations by their element and the declarations above
 * @param blocks by the elements in them
 * @param layers web.config files taken apart
 * @param errors why files cannot be parsed
 * @param elements sites, applications, virtual directories and pools, by their elements and the defaults around
 * @param sections states of sections, by the state before and what is written
 * @param paths states of paths, by what holds above and the blocks
 */
record Remembered(
        XmlReader reader,
        Memory<Declarations> declarations,
        Memory<Block> blocks,
        Memory<Layer> layers,
        Memory<ConfigError> errors,
        Memory<ElementState> elements,
        Memory<SectionState> sections,
        Memory<PathStates> paths) {

    /** For one server: nothing is remembered. */
    static Remembered nothing() {
        return new Remembered(
                new XmlReader(),
                Memory.none(),
                Memory.none(),
                Memory.none(),
                Memory.none(),
                Memory.none(),
                Memory.none(),
                Memory.none());
    }

    static Remembered with(XmlReader reader, Eras eras) {
        return new Remembered(
                reader,
                new Memory<>(eras),
                new Memory<>(eras),
                new Memory<>(eras),
                new Memory<>(eras),
                new Memory<>(eras),
                new Memory<>(eras),
                new Memory<>(eras));
    }
}
