package io.github.iisaudit.whatif;

import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.xml.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command in the making, of which each word that comes from the input is quoted for its shell. A command with a word that its
 * shell has no safe way to say is left out. Used for one command.
 */
final class Offer {

    private final Shell shell;
    private final List<String> words = new ArrayList<>();
    private boolean isLeftOut;

    Offer(Shell shell) {
        this.shell = shell;
    }

    /** Words of our own. */
    Offer say(String word) {
        words.add(word);
        return this;
    }

    /** Words of our own that go on with one of the input. */
    Offer say(String start, String text) {
        Optional<String> word = (shell == Shell.APPCMD ? Quoting.APPCMD : Quoting.POWERSHELL).word(text);
        isLeftOut |= word.isEmpty();
        words.add(start + word.orElse(""));
        return this;
    }

    /** A part of a path of PowerShell, which can go elsewhere with a name that has separators in it. */
    Offer sayPath(String start, String folder, String name) {
        isLeftOut |= name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.startsWith("..");
        return say(start, folder + name);
    }

    void addTo(List<Command> commands) {
        if (!isLeftOut) {
            commands.add(new Command(shell, List.copyOf(words)));
        }
    }
}
