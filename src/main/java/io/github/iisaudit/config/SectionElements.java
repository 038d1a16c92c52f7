package io.github.iisaudit.config;

import java.util.Objects;
import java.util.Set;

/** The elements of the sections at one path, as effective documents have them. */
record SectionElements(ServerConfiguration server, String path, PathState state) {

    /** The section of redirection.config, which no other file has. */
    private static final String REDIRECTION = "configurationRedirection";

    boolean isShown(String section) {
        return !section.equals(REDIRECTION) && (path.isEmpty() || !section.startsWith(Block.SERVER_ONLY));
    }

    SectionAt at(ElementSchema schema, SectionState section) {
        String name = schema.name();
        return new SectionAt(schema, section, state.missing(name), server.declaration(name));
    }

    /**
     * Puts the elements of some sections below a root, and those of all sections with an error or an unknown.
     */
    void addTo(EffectiveElement scope, Set<String> wanted) {
        for (String name : server.schema().paths()) {
            boolean isWanted = state.isBroken()
                    || wanted.contains(name)
                    || state.troubled().contains(name);
            if (isWanted && isShown(name)) {
                addSection(scope, name);
            }
        }
        if (!state.isBroken()) {
            addErrorsOfOtherSections(scope);
        }
    }

    private void addSection(EffectiveElement scope, String name) {
        SectionState section = state.section(name);
        if (state.unknown() != null) {
            addUnknown(scope, name, state.unknown());
        } else if (state.error() != null) {
            EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, state.error(), false));
        } else if (section != null) {
            ElementSchema schema = Objects.requireNonNull(server.schema().section(name));
            EffectiveDocument.add(scope, name, EffectiveDocument.section(at(schema, section)));
        }
    }

    private void addUnknown(EffectiveElement scope, String section, String reason) {
        if (server.hostRoot().isPresent()) {
            EffectiveElement unknown = EffectiveDocument.unknown(section, reason, server.declaration(section));
            EffectiveDocument.add(scope, section, unknown);
        }
    }

    /** Sections that the schema does not know can be locked too. */
    private void addErrorsOfOtherSections(EffectiveElement scope) {
        for (String name : state.troubled()) {
            SectionState section = Objects.requireNonNull(state.section(name));
            if (server.schema().section(name) == null) {
                if (section.error() != null) {
                    EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, section.error(), false));
                } else if (section.assumed() != null) {
                    EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, section.assumed(), true));
                }
            }
        }
    }
}
