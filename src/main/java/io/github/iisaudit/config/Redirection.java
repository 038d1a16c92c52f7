package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * What redirection.config says of the place of applicationHost.config: with redirection on, IIS reads it from another folder and
 * the local one is not in use.
 *
 * @param file the file that IIS reads; the local one where it is not known to be another
 * @param unknown why that may not be the one in use, or null
 * @param notice how it was come by, or null where it lies in its ordinary place
 * @see <a href="https://learn.microsoft.com/iis/configuration/configurationredirection/">configurationRedirection</a>
 */
record Redirection(
        Lookup file, @Nullable String unknown, @Nullable String notice) {

    private static final String APPLICATION_HOST = "applicationHost.config";

    /** Follows it to a folder that was collected with the server. */
    static Redirection read(ConfigSource source, XmlReader reader) {
        Lookup lookup = source.beside("redirection.config");
        if (lookup instanceof Lookup.Unavailable refused && refused.unreadable()) {
            return local(
                    source,
                    refused.path() + " cannot be read (" + refused.reason()
                            + "), so it is not known which configuration is in use");
        }
        if (lookup instanceof Lookup.Found found) {
            try {
                LocatedElement root =
                        reader.read(found.file().path(), found.file().bytes());
                Element section = root.element("configurationRedirection");
                return section == null ? local(source, null) : of(section, source);
            } catch (UnreadableXmlException e) {
                return local(
                        source,
                        found.file().path() + " cannot be parsed, so it is not known which configuration is in use");
            }
        }
        return local(source, null);
    }

    private static Redirection local(ConfigSource source, @Nullable String unknown) {
        return new Redirection(source.applicationHost(), unknown, null);
    }

    private static Redirection of(Element section, ConfigSource source) {
        String enabled = section.attributeValue("enabled", "false");
        if (enabled.equalsIgnoreCase("true")) {
            return to(section.attributeValue("path", ""), source);
        }
        return local(
                source,
                enabled.equalsIgnoreCase("false")
                        ? null
                        : "it is not known how IIS reads enabled=\"" + enabled
                                + "\" in redirection.config, and so whether"
                                + " this applicationHost.config is in use");
    }

    private static Redirection to(String folder, ConfigSource source) {
        Lookup there = source.file(folder, APPLICATION_HOST);
        String sent = "redirection.config sends IIS to the configuration in " + folder + ": ";
        if (there instanceof Lookup.Found found) {
            String path = found.file().path();
            return new Redirection(there, null, sent + path + " was audited, which lies there");
        }
        if (there instanceof Lookup.Unavailable refused && refused.unreadable()) {
            return new Redirection(there, null, null);
        }
        String why = there instanceof Lookup.Unavailable missing ? missing.reason() : "that folder holds none";
        return local(
                source, sent + "this applicationHost.config is not in use, and the one there is not known: " + why);
    }
}
