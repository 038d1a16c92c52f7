package io.github.iisaudit.whatif;

import java.util.List;
import java.util.Optional;

/**
 * One place where the change is made.
 *
 * @param path the configuration path; empty for the whole server and for pools
 * @param pool the application pool; empty for a path
 * @param lock what keeps a web.config at the path from doing it
 */
public record Step(String path, String pool, Optional<Lock> lock, List<Command> commands) {

    /** The commands of one shell. */
    public List<Command> commands(Command.Shell shell) {
        return commands.stream().filter(c -> c.shell() == shell).toList();
    }

    /** Whether a shell has no safe way to say the name of the path or the pool, so that commands are missing. */
    public boolean isLeftOut(Command.Shell shell) {
        return commands(shell).isEmpty();
    }
}
