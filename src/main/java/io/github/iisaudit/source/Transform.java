package io.github.iisaudit.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that change a configuration file when a site is published, such as {@code Web.Release.config}. They look like
 * configuration and are none.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/aspnet/dd465326(v=vs.110)">Web.config transformation syntax</a>
 */
final class Transform {

    /** Why such a file is no configuration, in words that follow a colon. */
    static final String REASON = "is a transform (XDT), which changes a configuration file and is none";

    /** The ending of a profile's transform. After {@code .config} it is NuGet's, and not XDT. */
    private static final String OF_PROFILE = ".transform";

    /** Holds the start tag of the root of nearly all files. */
    private static final int HEAD = 1024;

    private Transform() {}

    /** Whether the content of a file shows that it is one; empty where its root element cannot be seen. */
    static Optional<Boolean> shows(byte[] bytes) {
        Optional<Boolean> head = new ConfigText(bytes, Math.min(HEAD, bytes.length)).isTransform();
        return head.isPresent() || bytes.length <= HEAD ? head : new ConfigText(bytes).isTransform();
    }

    /** Whether the beginning of a file shows that it is one. A link is not looked into. */
    static boolean isAt(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream input = Files.newInputStream(file)) {
            byte[] head = input.readNBytes(HEAD);
            return new ConfigText(head).isTransform().orElseGet(() -> isFoundIn(FileBytes.read(file, "")));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the content of a file that was looked for shows that it is one. */
    static boolean isFoundIn(Lookup lookup) {
        return lookup instanceof Lookup.Found found
                && shows(found.file().bytes()).orElse(false);
    }

    /** Whether a file is one: by its content, and by its name where that tells nothing. */
    static boolean is(String name, Lookup lookup) {
        return lookup instanceof Lookup.Found found
                ? shows(found.file().bytes()).orElseGet(() -> isNamed(name))
                : isNamed(name);
    }

    /** Whether a name is one that transforms have: {@code web.<anything>.config}, {@code <anything>.xdt}, and those of publish profiles. */
    static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xdt")
                || lower.endsWith(OF_PROFILE) && !lower.endsWith(".config" + OF_PROFILE)
                || lower.startsWith("web.") && lower.endsWith(".config") && lower.length() > "web..config".length();
    }
}
