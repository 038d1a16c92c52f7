package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ForeignFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Files that are no XML because a template engine is still to make them, or because they are something else: IIS never sees them, so
 * nothing is wrong with them.
 *
 * @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja: templates</a>
 * @see <a href="https://docs.ruby-lang.org/en/master/ERB.html">ERB</a>
 */
final class Unrendered {

    /** Why such a file is not read, in words that follow a colon. */
    private static final String REASON =
            "is a template (Jinja, Django, ERB or the like) and no XML as it stands: render it first,"
                    + " and audit what comes of it";

    /** The same where it is XML. */
    private static final String UNDECLARED =
            "is a template (Jinja, Django, Octopus or the like) that declares no sections (configSections), as no server's"
                    + " does: render it first, and audit what comes of it";

    private static final String[][] MARKS = {{"{%", "%}"}, {"{{", "}}"}, {"<%", "%>"}, {"<#", ">"}};

    /** What stands between the quotes of an attribute, too. */
    private static final String[][] PLACEHOLDERS = {{"{%", "%}"}, {"{{", "}}"}, {"#{", "}"}, {"${", "}"}};

    private Unrendered() {}

    /**
     * Why a file that is known to be no XML is no fault of a server, in words that follow its name; empty where it is one.
     *
     * @param isAnywhere whether it lies where no server was seen to read it, so that a file of another kind is none either
     */
    static Optional<String> why(ConfigFile file, boolean isAnywhere) {
        if (isIn(file.bytes(), MARKS)) {
            return Optional.of(REASON);
        }
        return isAnywhere ? otherKind(file.bytes()) : Optional.empty();
    }

    /** What else than XML the bytes of a file are meant to be, in words that follow its name. */
    static Optional<String> otherKind(byte[] bytes) {
        return ForeignFile.of(bytes).map(ForeignFile::sentence);
    }

    /** Why a file that declares no sections is no fault of a server, although IIS would refuse all of it; empty where it is one. */
    static Optional<String> whyUndeclared(ConfigFile file) {
        return isIn(file.bytes(), PLACEHOLDERS) ? Optional.of(UNDECLARED) : Optional.empty();
    }

    private static boolean isIn(byte[] bytes, String[][] marks) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String[] mark : marks) {
            int start = text.indexOf(mark[0]);
            if (start >= 0 && text.indexOf(mark[1], start + 2) >= 0) {
                return true;
            }
        }
        return false;
    }
}
