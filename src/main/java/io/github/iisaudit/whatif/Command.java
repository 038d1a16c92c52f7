package io.github.iisaudit.whatif;

import java.util.List;

/**
 * A command line, elevated, on the server itself.
 *
 * @param shell what reads it
 * @param words to be joined by spaces; a line may be broken between two
 */
public record Command(Shell shell, List<String> words) {

    /** What reads commands. */
    public enum Shell {
        /** The command prompt, in {@code %windir%\system32\inetsrv}. */
        APPCMD("^"),
        /** PowerShell with the module WebAdministration. */
        POWERSHELL("`");

        private final String continuation;

        Shell(String continuation) {
            this.continuation = continuation;
        }

        /** What stands at the end of a line that goes on. */
        public String continuation() {
            return continuation;
        }
    }

    /** In one line. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
