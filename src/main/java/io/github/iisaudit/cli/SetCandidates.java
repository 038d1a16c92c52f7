package io.github.iisaudit.cli;

import io.github.iisaudit.whatif.Settable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What completes {@code --set} and {@code --set-pool-identity}. */
final class SetCandidates {

    private SetCandidates() {}

    /** All that what-if can judge. */
    static final class Judged implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Settable.values())
                    .flatMap(each -> each.completions().stream())
                    .iterator();
        }
    }

    /** What fix can write. */
    static final class Written implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Settable.values())
                    .filter(Settable::isOfSection)
                    .flatMap(each -> each.completions().stream())
                    .iterator();
        }
    }

    /** The identities of pools that what-if can judge. */
    static final class Identities implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("ApplicationPoolIdentity", "NetworkService", "LocalService", "LocalSystem", "SpecificUser:")
                    .iterator();
        }
    }
}
