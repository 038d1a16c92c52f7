package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.List;
import java.util.Optional;

/**
 * What the change does to one application, or to a folder that has settings of its own.
 *
 * @param pool the name of its application pool; empty where there is none
 * @param reason why the verdict is this one, a sentence without its full stop
 * @param todo what else has to be done, a sentence each
 * @param delegation present where another account may need the right to delegate
 * @param gained the rules that find something new in it, in order
 * @param lost the rules that find something no more, in order
 * @param isWarned whether something new is a warning at least
 * @param otherValues what keeps another value, at the path itself or below it in the application
 * @param isBeside whether it does not lie at or below the path that was asked for, and is only served by the same
 *     pool
 * @param restart what it needs
 */
public record ApplicationAnswer(
        String path,
        Scope.Kind kind,
        String pool,
        Verdict verdict,
        String reason,
        List<String> todo,
        State before,
        State after,
        Spns spns,
        Optional<Delegation> delegation,
        List<String> gained,
        List<String> lost,
        boolean isWarned,
        List<OtherValue> otherValues,
        boolean isBeside,
        Restart restart) {

    /** Whether the 401.1 of KB 2749007 could occur and can no longer. */
    public boolean losesPreauthentication401() {
        return isInKernel(before) && !isInKernel(after);
    }

    /** Whether it could not occur and now can. */
    public boolean gainsPreauthentication401() {
        return !isInKernel(before) && isInKernel(after);
    }

    private static boolean isInKernel(State state) {
        return state.isReached()
                && state.windows().map(WindowsAuthentication::isInKernel).orElse(false);
    }
}
