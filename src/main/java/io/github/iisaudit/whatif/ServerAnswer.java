package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Coverage.Unreadable;
import io.github.iisaudit.source.ConfigSource;
import java.util.List;

/**
 * What the change does to a server.
 *
 * @param root as typed on the command line
 * @param isPathKnown whether the server has the path that was asked for; without it there are no applications here
 * @param paths those of its applications, to choose from
 * @param applications in order of their paths
 * @param steps how it is done, one for each place
 * @param restart what all of it needs
 * @param restarts how that is done
 * @param unreadable files that could not be read
 * @param notices what else limits the answer, a sentence each
 */
public record ServerAnswer(
        String name,
        String root,
        boolean isPathKnown,
        List<String> paths,
        List<ApplicationAnswer> applications,
        List<Step> steps,
        Restart restart,
        List<Command> restarts,
        List<Unreadable> unreadable,
        List<String> notices) {

    /** The answer where there is none. */
    static ServerAnswer none(ConfigSource source, String reason) {
        return new ServerAnswer(
                source.name(),
                source.root(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Restart.NONE,
                List.of(),
                List.of(new Unreadable("", reason)),
                List.of());
    }

    /** Whether the server takes too much to be asked. */
    public boolean isGivenUp() {
        return !isPathKnown
                && paths.isEmpty()
                && unreadable.stream().anyMatch(file -> file.file().isEmpty());
    }

    /** How many applications are free of the 401.1 of KB 2749007 by the change. */
    public int losing401() {
        return (int) applications.stream()
                .filter(ApplicationAnswer::losesPreauthentication401)
                .count();
    }

    /** How many become exposed to it. */
    public int gaining401() {
        return (int) applications.stream()
                .filter(ApplicationAnswer::gainsPreauthentication401)
                .count();
    }
}
