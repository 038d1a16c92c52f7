package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * applicationHost.config of a server, or why there is none to judge from.
 *
 * @param root its root element, or null where it could not be read
 * @param error why it could not be read, or null
 * @param unknown why it may not be the one in use, or null
 */
record HostFile(
        @Nullable LocatedElement root,
        @Nullable ConfigError error,
        @Nullable String unknown) {

    static HostFile read(ConfigSource source, XmlReader reader) {
        Lookup lookup = source.applicationHost();
        String redirection = redirection(source, reader);
        if (lookup instanceof Lookup.Found found) {
            try {
                LocatedElement root =
                        reader.read(found.file().path(), found.file().bytes());
                return new HostFile(root, null, redirection);
            } catch (UnreadableXmlException e) {
                return new HostFile(null, LayerSource.malformed(e), redirection);
            }
        }
        if (lookup instanceof Lookup.Unavailable missing) {
            return unread(missing.path(), missing.reason());
        }
        return unread("applicationHost.config", "not collected");
    }

    private static HostFile unread(String path, String reason) {
        String message = "the file cannot be read: " + reason;
        return new HostFile(
                null, new ConfigError(ErrorKind.CANNOT_READ_FILE, message, null, null, null, null, path), null);
    }

    /**
     * With redirection on, IIS reads applicationHost.config from another folder and the local one is not in use.
     *
     * @see <a href="https://learn.microsoft.com/iis/configuration/configurationredirection/">configurationRedirection</a>
     */
    private static @Nullable String redirection(ConfigSource source, XmlReader reader) {
        if (source.beside("redirection.config") instanceof Lookup.Found found) {
            try {
                LocatedElement root =
                        reader.read(found.file().path(), found.file().bytes());
                Element section = root.element("configurationRedirection");
                return section == null ? null : redirection(section);
            } catch (UnreadableXmlException e) {
                return found.file().path() + " cannot be parsed, so it is not known which configuration is in use";
            }
        }
        return null;
    }

    private static @Nullable String redirection(Element section) {
        String enabled = section.attributeValue("enabled", "false");
        if (enabled.equalsIgnoreCase("false")) {
            return null;
        }
        String path = section.attributeValue("path", "");
        return enabled.equalsIgnoreCase("true")
                ? "redirection.config sends IIS to the configuration in " + path
                        + ": this applicationHost.config is not in use"
                : "it is not known how IIS reads enabled=\"" + enabled + "\" in redirection.config, and so whether this"
                        + " applicationHost.config is in use";
    }
}
