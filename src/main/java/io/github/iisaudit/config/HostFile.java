package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.transform.Deployed;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * applicationHost.config of a server, or why there is none to judge from.
 *
 * @param root its root element, or null where it could not be read
 * @param error why it could not be read, or null
 * @param unknown why it may not be the one in use, or null
 * @param notice how it was come by, or null where it lies in its ordinary place
 * @param isAsWritten whether IIS reads what is written in it
 */
record HostFile(
        @Nullable LocatedElement root,
        @Nullable ConfigError error,
        @Nullable String unknown,
        @Nullable String notice,
        boolean isAsWritten) {

    private static final byte[] SITE = "<site ".getBytes(StandardCharsets.US_ASCII);

    /** The file that IIS reads, which redirection.config may have elsewhere. */
    static HostFile read(ConfigSource source, XmlReader reader, Budget budget) {
        Redirection redirection = Redirection.read(source, reader);
        Lookup lookup = redirection.file();
        if (lookup instanceof Lookup.Found found) {
            if (source.host() != Host.ASSUMED) {
                return read(found.file(), redirection, reader, budget);
            }
            budget.expect(Use.FILES, sites(found.file().bytes()), WebConfigs.FILE);
            return read(found.file(), redirection, reader.ofOwnFiles(), budget);
        }
        if (lookup instanceof Lookup.Unavailable missing) {
            return unread(missing.path(), missing.reason());
        }
        return unread("applicationHost.config", "not collected");
    }

    /** How many sites were assumed: one for each folder with a web.config, all of which are going to be read. */
    private static int sites(byte[] assumed) {
        int sites = 0;
        for (int at = 0; at + SITE.length <= assumed.length; at++) {
            if (assumed[at] == '<' && Arrays.equals(assumed, at, at + SITE.length, SITE, 0, SITE.length)) {
                sites++;
            }
        }
        return sites;
    }

    private static HostFile read(ConfigFile file, Redirection redirection, XmlReader reader, Budget budget) {
        try {
            LocatedElement root = Deployed.read(file, reader, steps -> budget.step(Use.FILES, steps))
                    .root();
            Optional<String> template = declares(root) ? Optional.empty() : Unrendered.whyUndeclared(file);
            return template.isPresent()
                    ? unread(file.path(), template.get())
                    : new HostFile(
                            root,
                            null,
                            redirection.unknown(),
                            redirection.notice(),
                            file.changes().areNone());
        } catch (UnreadableXmlException e) {
            Optional<String> other = Unrendered.why(file, true);
            return other.isPresent()
                    ? unread(file.path(), other.get())
                    : new HostFile(null, WebConfigs.malformed(e), redirection.unknown(), redirection.notice(), true);
        }
    }

    private static boolean declares(LocatedElement root) {
        return !root.getName().equals("configuration") || root.element("configSections") != null;
    }

    /** Whether redirection.config led to it, so that what it says is settled. */
    boolean isRedirected() {
        return notice != null;
    }

    /** What it says; empty where it could not be read. */
    String text() {
        return root == null ? "" : root.span().source().text();
    }

    private static HostFile unread(String path, String reason) {
        String message = "the file cannot be read: " + reason;
        return new HostFile(
                null,
                new ConfigError(ErrorKind.CANNOT_READ_FILE, message, null, null, null, null, path),
                null,
                null,
                true);
    }
}
