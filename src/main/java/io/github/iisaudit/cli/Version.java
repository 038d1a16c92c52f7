package io.github.iisaudit.cli;

import io.github.iisaudit.source.ProgramFile;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside the classes. */
final class Version implements IVersionProvider {

    private static final String FILE = "/io/github/iisaudit/iisaudit.properties";
    private static final String KEY = "version=";

    /** Such as {@code 1.2.3}; {@code dev} where there was no build. */
    static String text() {
        String line = new String(ProgramFile.bytes(FILE).orElse(new byte[0]), StandardCharsets.UTF_8).strip();
        return line.startsWith(KEY) && !line.startsWith("$", KEY.length()) ? line.substring(KEY.length()) : "dev";
    }

    /** The same with the program's name. */
    static String line() {
        return "iisaudit " + text();
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
