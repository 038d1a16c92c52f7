package io.github.iisaudit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
final class Version implements IVersionProvider {

    private static final String RESOURCE = "/io/github/iisaudit/iisaudit.properties";

    /** Such as {@code 1.2.3}; {@code dev} where there was no build. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "dev";
        }
        String version = properties.getProperty("version", "dev");
        return version.startsWith("$") ? "dev" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"iisaudit " + text()};
    }
}
