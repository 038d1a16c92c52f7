package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the document of a scope says, question by question, and wherever that was written. Where two scopes of whatever servers give
 * equal answers, somebody who looks at nothing else sees the same in both documents. Answers hold no part of a file. Not thread-safe.
 */
public final class Content {

    /** The answer for what is not there; no other one begins like that. */
    static final Object NOTHING = "nothing";

    private final ServerConfiguration server;
    private final PathState state;
    private final Facts facts;
    private final boolean isServer;

    Content(ServerConfiguration server, PathState state, Facts facts, boolean isServer) {
        this.server = server;
        this.state = state;
        this.facts = facts;
        this.isServer = isServer;
    }

    /** The schema, on which every answer rests. */
    public Object schema() {
        return server.schema();
    }

    /**
     * What facts say under a path of the document below its root.
     *
     * @param name of an attribute, such as {@code @kind}, or of an element; empty for all facts
     * @param path from that element on, such as {@code binding/@host}; may be empty
     */
    public Object fact(String name, String path) {
        return facts.says(name, path);
    }

    /** What the sections of some paths say: values, errors, why one is unknown, files that were not collected. */
    public Object[] sections(List<String> paths) {
        if (!isServer && !state.isBroken() && state.uncollected() == null) {
            return server.sections().answers(paths, state);
        }
        Object[] answers = new Object[paths.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = section(paths.get(i));
        }
        return answers;
    }

    private Object section(String path) {
        if (!isServer && path.startsWith(Block.SERVER_ONLY)) {
            return NOTHING;
        }
        if (state.isBroken()) {
            return broken();
        }
        SectionState section = state.section(path);
        if (section == null) {
            return NOTHING;
        }
        List<Missing> missing = state.missing(path);
        return missing.isEmpty() ? section.content() : incomplete(section, missing);
    }

    private static Said incomplete(SectionState section, List<Missing> missing) {
        Said.Builder said = new Said.Builder().add(section.content());
        missing.forEach(file -> said.add(file.file()).add(file.reason()));
        return said.build();
    }

    /** What all sections say in which there is an error or an unknown, those too that the schema does not know. */
    public Object troubles() {
        if (state.isBroken()) {
            return new Said.Builder().add(isServer ? 1 : 0).add(broken()).build();
        } else if (state.troubled().isEmpty()) {
            return NOTHING;
        }
        Said.Builder troubles = new Said.Builder();
        for (String path : state.troubled()) {
            SectionState section = Objects.requireNonNull(state.section(path));
            List<Missing> missing = server.schema().section(path) == null ? List.of() : state.missing(path);
            troubles.add(path).add(missing.isEmpty() ? section.content() : incomplete(section, missing));
        }
        return troubles.build();
    }

    private Said broken() {
        ConfigError error = state.error();
        Said.Builder said = new Said.Builder();
        if (state.unknown() != null) {
            said.add(server.hostRoot().isPresent() ? "unknown" : "nothing").add(state.unknown());
        } else if (error != null) {
            error.addTo(said.add("error"));
        }
        return said.build();
    }

    /**
     * What stands at a part of the document: where two paths of one server have the same object there, its nodes are the same and were
     * written in the same places.
     *
     * @param part what an element of the document has as its {@link EffectiveElement#part}; empty for the root
     */
    public Object at(String part) {
        Fact fact = facts.element(part);
        if (fact != null) {
            return fact;
        }
        @Nullable Object broken = state.unknown() != null ? state.unknown() : state.error();
        @Nullable Object section = broken != null ? broken : state.section(part);
        return section == null ? NOTHING : section;
    }
}
