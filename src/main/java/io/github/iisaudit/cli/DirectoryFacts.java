package io.github.iisaudit.cli;

import io.github.iisaudit.config.Application;
import io.github.iisaudit.config.EffectiveElement;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.Witness;
import io.github.iisaudit.kerberos.Aliases;
import io.github.iisaudit.kerberos.DirectoryWitness;
import io.github.iisaudit.kerberos.TicketJudge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a directory tells rules, which is read while servers are: the first path that is asked for waits for it. */
final class DirectoryFacts implements Witness {

    private final DirectoryReading reading;
    private final Aliases aliases;
    private volatile @Nullable DirectoryWitness witness;

    private DirectoryFacts(DirectoryReading reading, Aliases aliases) {
        this.reading = reading;
        this.aliases = aliases;
    }

    /** Begins to read the sources of the command line. */
    static DirectoryFacts begin(DirectoryArguments arguments, Console console) throws UsageException {
        arguments.check(console);
        return new DirectoryFacts(DirectoryReading.begin(arguments, console), arguments.aliases());
    }

    @Override
    public @Nullable EffectiveElement tell(Scope scope, Application application) {
        DirectoryWitness known = witness;
        if (known == null) {
            known = new DirectoryWitness(reading.directory(), new TicketJudge(reading.directory(), aliases));
            witness = known;
        }
        return known.tell(scope, application);
    }

    /** A line for each source that cannot be read. */
    List<String> failures() {
        return reading.failures();
    }
}
