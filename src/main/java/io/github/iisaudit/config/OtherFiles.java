package io.github.iisaudit.config;

import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of a server that settle nothing of the sections of IIS, and in which people write them all the same: redirection.config, and
 * machine.config and web.config of the .NET Framework.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/the-configuration-system-in-iis-7">The configuration system: which file is the first for which sections</a>
 */
final class OtherFiles {

    private static final String FRAMEWORK = "%SystemDrive%\\Windows\\Microsoft.NET\\";
    private static final List<String> FOLDERS = List.of(
            "Framework\\v2.0.50727\\Config",
            "Framework\\v4.0.30319\\Config",
            "Framework64\\v2.0.50727\\Config",
            "Framework64\\v4.0.30319\\Config");

    private OtherFiles() {}

    /**
     * Those that are there and can be parsed, at the level of the server; none where the server is only assumed.
     *
     * @param isFollowed whether redirection.config led to the files that are audited, so that nothing is wrong with it
     */
    static List<WrittenFile> read(ConfigSource source, boolean isFollowed) {
        List<WrittenFile> files = new ArrayList<>();
        if (source.host() != Host.ASSUMED) {
            if (!isFollowed) {
                add(source.beside("redirection.config"), files);
            }
            for (String folder : FOLDERS) {
                add(source.file(FRAMEWORK + folder, "machine.config"), files);
                add(source.file(FRAMEWORK + folder, "web.config"), files);
            }
        }
        return files;
    }

    private static void add(Lookup lookup, List<WrittenFile> files) {
        if (lookup instanceof Lookup.Found found) {
            String path = found.file().path();
            try {
                files.add(new WrittenFile(
                        path, new XmlReader().read(path, found.file().bytes()), List.of("")));
            } catch (UnreadableXmlException e) {
                return; // what it breaks is told elsewhere: redirection.config leaves all unknown, the others are not
                // IIS's
            }
        }
    }
}
