package io.github.iisaudit.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the shapes of one server's documents; paths below each other at which nothing is written get the same object. Not thread-safe.
 */
final class Shapes {

    private final ServerConfiguration server;

    /** The shapes for the state that was asked for last, by their claims. */
    private final @Nullable Inputs[] known = new Inputs[Surroundings.CLAIMS];

    private @Nullable PathState state;
    private Set<String> wanted = Set.of();

    Shapes(ServerConfiguration server) {
        this.server = server;
    }

    /**
     * @param claims what there is beside sections, a bit each
     * @param sections those that the documents are to hold
     */
    Inputs of(PathState at, int claims, Set<String> sections) {
        if (at != state || sections != wanted) {
            state = at;
            wanted = sections;
            Arrays.fill(known, null);
        }
        Inputs shape = known[claims];
        if (shape == null) {
            List<@Nullable Object> parts = new ArrayList<>();
            parts.add(server.schema());
            parts.add(claims);
            if (at.isBroken()) {
                addError(at, parts);
            } else {
                addSections(at, sections, parts);
            }
            shape = Inputs.of(parts.toArray());
            known[claims] = shape;
        }
        return shape;
    }

    /** An error of a whole file stands in every section; so does an unknown, at its declaration. */
    private void addError(PathState at, List<@Nullable Object> parts) {
        parts.add(at.error());
        parts.add(at.unknown());
        parts.add(at.unknown() == null ? null : server.hostRoot().orElse(null));
    }

    /** Sections that are there, and in which of them there is an error or an unknown. */
    private void addSections(PathState at, Set<String> sections, List<@Nullable Object> parts) {
        for (String section : server.documents().inOrder(sections, server.schema())) {
            if (at.section(section) != null) {
                parts.add(section);
            }
        }
        for (String section : at.troubled()) {
            SectionState troubled = Objects.requireNonNull(at.section(section));
            parts.add(section);
            parts.add((troubled.error() == null ? 0 : 1)
                    | (troubled.assumed() == null ? 0 : 2)
                    | (troubled.unknown() == null ? 0 : 4));
        }
    }
}
