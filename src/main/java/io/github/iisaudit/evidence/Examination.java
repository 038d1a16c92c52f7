package io.github.iisaudit.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of the evidence.
 *
 * @param applications in order of server and path
 * @param clients what was set for clients
 * @param files what was read
 * @param unmatched requests that belong to no application
 * @param unreadable what could not be read
 */
public record Examination(
        List<Diagnosis> applications,
        List<ClientSetting> clients,
        List<ReadFile> files,
        List<Unmatched> unmatched,
        List<Unreadable> unreadable) {

    /** The same with other words for the applications, in their order. */
    public Examination with(List<Diagnosis> others) {
        return new Examination(others, clients, files, unmatched, unreadable);
    }

    /**
     * The switch {@code DisableNTLMPreAuth} as a file sets it.
     *
     * @param line 0 in a file without lines
     * @param scope {@code HKCU}, {@code HKU} or {@code HKLM}
     * @param isConditional whether it holds for some only
     */
    public record ClientSetting(String file, long line, long value, String scope, boolean isConditional) {

        /** Whether it keeps a user's clients from sending credentials first. */
        public boolean isCure() {
            return value != 0 && !scope.equals("HKLM");
        }
    }

    /**
     * A file that was read.
     *
     * @param rows requests, or what else it has
     * @param skipped rows that could not be read
     */
    public record ReadFile(
            String file, Kind kind, long rows, long skipped, Optional<Instant> from, Optional<Instant> to) {}

    /** Requests of one file that belong to no application, with the reason. */
    public record Unmatched(String file, long rows, String why) {

        /** Counts those of one file. */
        static final class Count {

            private final Map<String, Long> byReason = new TreeMap<>();

            void add(String why) {
                add(why, 1);
            }

            void add(String why, long rows) {
                byReason.merge(why, rows, Long::sum);
            }

            List<Unmatched> of(String file) {
                return byReason.entrySet().stream()
                        .map(e -> new Unmatched(file, e.getValue(), e.getKey()))
                        .toList();
            }
        }
    }

    /** A file that could not be read, or not to its end. */
    public record Unreadable(String file, String reason) {}
}
