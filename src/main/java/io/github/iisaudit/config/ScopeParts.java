package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.Origin.Written;
import java.util.List;
import java.util.Set;

/** What the document of a path would say, part by part, without the document. */
record ScopeParts(ServerConfiguration server, String path, PathState state, Surroundings surroundings) {

    /** What it would have beside its parts. */
    Inputs shape(Set<String> sections) {
        int claims = surroundings.claims() | (path.isEmpty() ? Surroundings.IS_SERVER : 0);
        return server.shapes().of(state, claims, sections);
    }

    Inputs says(Object question, Part part) {
        return switch (part.kind()) {
            case SECTION -> section(question, part.name());
            case VALUE -> value(question, part);
            case PATH -> Inputs.of(question, path);
            case SERVER -> Inputs.of(question, server.name());
            case SERVER_NAMED, SERVER_HOST -> Inputs.of(question, ServerName.compare(server.name(), part));
            case HOST -> Inputs.of(question, server.host());
            case GIVEN -> Inputs.of(question, server.isSingleFile());
            default -> surroundings.says(question, part);
        };
    }

    /** Where nobody wrote it the schema tells, which is in the shape. */
    private Inputs value(Object question, Part part) {
        SectionState section = state.section(part.name());
        if (section == null || state.isBroken() || section.isSettled()) {
            return Inputs.of(question);
        }
        Written written = section.values().attributes().get(part.attribute());
        return Inputs.of(question, written == null ? null : written.value());
    }

    private Inputs section(Object question, String name) {
        SectionState section = state.section(name);
        if (section == null || state.isBroken()) {
            return Inputs.of(question); // the shape tells all
        }
        Object place = section.values().nearest() == null ? server.declarationKey(name) : null;
        return state.uncollected() == null
                ? Inputs.of(question, section, place)
                : Inputs.of(question, section, place, files(state.missing(name)));
    }

    /** As a text, for lists are told apart as objects. */
    private static String files(List<Missing> missing) {
        StringBuilder files = new StringBuilder();
        for (Missing file : missing) {
            files.append(file.file()).append('\n').append(file.reason()).append('\n');
        }
        return files.toString();
    }
}
