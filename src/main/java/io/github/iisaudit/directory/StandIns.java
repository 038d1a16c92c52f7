package io.github.iisaudit.directory;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes of service principal names that stand for HTTP, as the forest says, and which names matter for that.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-drsr/77063286-8864-438e-9a71-74e1efac2a9e">MS-DRSR 4.1.4.2.19</a>
 */
final class StandIns {

    private static final String USUAL = "host";

    private final Set<String> all = new TreeSet<>();

    /** Of other classes than HTTP and HOST those whose names are kept. */
    private final Set<String> kept = new HashSet<>();

    /** A forest is made with one, and each is looked for at each name. */
    private static final int MOST = 64;

    private boolean hasMappings;
    private boolean areTooMany;
    private boolean isLate;

    StandIns() {}

    /** Those that another reading found. */
    StandIns(StandIns others) {
        kept.addAll(others.kept);
    }

    /** Takes note of {@code host=alerter,http,…}: what is asked for by a class on the right is looked for by that on the left. */
    void note(String mapping) {
        hasMappings = true;
        int equals = mapping.indexOf('=');
        String alias = mapping.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
        for (String type : mapping.substring(equals + 1).split(",")) {
            if (!alias.isEmpty() && type.strip().equalsIgnoreCase("http") && isRoom(alias)) {
                all.add(alias);
                isLate |= !alias.equals(USUAL) && kept.add(alias);
            }
        }
    }

    private boolean isRoom(String alias) {
        boolean isRoom = all.size() < MOST || all.contains(alias);
        areTooMany |= !isRoom;
        return isRoom;
    }

    /** Refuses a source that has more than any forest. */
    void check() throws UnreadableDirectoryException {
        if (areTooMany) {
            areTooMany = false;
            throw new UnreadableDirectoryException("more than " + MOST + " classes of names stand for HTTP in it");
        }
    }

    /** In order; without mappings that which a forest is made with. */
    Set<String> all() {
        return hasMappings ? all : Set.of(USUAL);
    }

    /** Whether names were passed over before it was known that they matter. */
    boolean isLate() {
        return isLate;
    }

    /** Whether a service principal name is HTTP's or may stand for it. */
    boolean matters(Entry entry, int number) {
        return AccountReader.isOf(entry, number, "http")
                || AccountReader.isOf(entry, number, USUAL)
                || !kept.isEmpty() && isKept(entry, number);
    }

    private boolean isKept(Entry entry, int number) {
        String name = entry.text(number);
        return kept.contains(name.substring(0, Math.max(0, name.indexOf('/'))).toLowerCase(Locale.ROOT));
    }
}
