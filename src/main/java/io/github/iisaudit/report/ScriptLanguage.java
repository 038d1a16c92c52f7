package io.github.iisaudit.report;

import io.github.iisaudit.fix.Deed;
import java.util.List;
import java.util.Optional;

/** A language in which a script for a server is written. Words of the input stand in it as {@code rule.Quoting} says only. */
interface ScriptLanguage {

    /** What begins a comment, with a blank. */
    String comment();

    /** What comes before all deeds. */
    List<String> head();

    /** The deeds that follow are done on a computer of this name only; empty where the name cannot be said. */
    Optional<List<String>> on(String server);

    /**
     * What looks whether there is something to do, saves the configuration before the first change, does it, and tells the way back.
     *
     * @return empty where it cannot be done in this language, or a name in it cannot be said
     */
    Optional<List<String>> lines(Deed deed);

    /** What comes after all deeds. */
    List<String> tail();
}
