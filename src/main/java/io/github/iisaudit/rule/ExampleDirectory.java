package io.github.iisaudit.rule;

import io.github.iisaudit.config.Witness;
import io.github.iisaudit.directory.Directory;
import io.github.iisaudit.directory.Registry;
import io.github.iisaudit.directory.UnreadableDirectoryException;
import io.github.iisaudit.kerberos.Aliases;
import io.github.iisaudit.kerberos.DirectoryWitness;
import io.github.iisaudit.kerberos.TicketJudge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The directory that an example brings: its file {@code directory.ldf}. */
final class ExampleDirectory {

    private static final String FILE = "directory.ldf";

    private ExampleDirectory() {}

    /** What knows of it; null where the example has none. */
    static @Nullable Witness of(Rule.Example example) {
        String text = example.files().get(FILE);
        if (text == null) {
            return null;
        }
        Registry registry = new Registry();
        try {
            registry.read(FILE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | UnreadableDirectoryException e) {
            throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
        }
        Directory directory = registry.directory();
        return new DirectoryWitness(directory, new TicketJudge(directory, new Aliases()));
    }
}
