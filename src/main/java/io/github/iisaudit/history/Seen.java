package io.github.iisaudit.history;

import io.github.iisaudit.config.Content;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.rule.NameClaims;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path in one version of a server, with all that its document says. Not safe for use by several threads. */
final class Seen {

    private final ServerConfiguration server;
    private final Said said;
    private @Nullable Scope scope;

    /** The same for all versions in a row that say it. */
    private static final class Said {

        private final String path;
        private final List<String> sections;
        private final Object[] answers;
        private final List<Object> others;
        private final boolean isTroubled;
        private NameClaims.@Nullable Holder holder;

        /**
         * @param sections the paths of all sections
         * @param answers theirs
         * @param others of what stands beside the sections, and of sections with an error that the schema does not know
         */
        Said(Scope scope, List<String> sections, Object[] answers, List<Object> others) {
            this.path = scope.path();
            this.sections = sections;
            this.answers = answers;
            this.others = others;
            this.isTroubled = scope.hasErrors();
        }
    }

    private Seen(ServerConfiguration server, Said said) {
        this.server = server;
        this.said = said;
    }

    static Seen of(Scope scope, ServerConfiguration server, Looked looked) {
        Content content = Objects.requireNonNull(scope.content(), "a scope of a server says what it has");
        List<String> sections = looked.all(scope);
        List<Object> others = List.of(content.fact("", ""), content.troubles());
        Seen seen = new Seen(server, new Said(scope, sections, content.sections(sections), others));
        seen.scope = scope;
        return seen;
    }

    /** The path in another version, in which it says the same. */
    Seen in(ServerConfiguration other) {
        return new Seen(other, said);
    }

    /** Itself, with the places of its version. */
    Scope scope() {
        Scope known = scope;
        if (known == null) {
            known = server.find(said.path).orElseThrow();
            scope = known;
        }
        return known;
    }

    /** Whether something is wrong with it. */
    boolean isTroubled() {
        return said.isTroubled;
    }

    /** Who decrypts the service ticket there. */
    NameClaims.Holder holder() {
        NameClaims.Holder known = said.holder;
        if (known == null) {
            known = NameClaims.Holder.of(scope());
            said.holder = known;
        }
        return known;
    }

    boolean saysAs(Seen other) {
        return said == other.said || (isBesideAs(other) && hasSectionsOf(other) && hasAnswersOf(other));
    }

    private boolean hasAnswersOf(Seen other) {
        return Arrays.equals(said.answers, other.said.answers);
    }

    /** Whether it has the same sections, whatever they say. */
    boolean hasSectionsOf(Seen other) {
        return said.sections.equals(other.said.sections);
    }

    /** Whether what stands beside the sections says the same. */
    boolean isBesideAs(Seen other) {
        return said.others.equals(other.said.others);
    }

    /** The paths of all sections. */
    List<String> sections() {
        return said.sections;
    }

    /** What the section of that number says. */
    Object answer(int section) {
        return said.answers[section];
    }
}
