package io.github.iisaudit.directory;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The many service principal names of one account, of which each is found at once. Immutable. */
final class Names extends AbstractList<String> implements RandomAccess {

    private static final int FEW = 16;

    private final List<String> all;
    private volatile @Nullable Set<String> folded;

    private Names(List<String> all) {
        this.all = all;
    }

    /** Few are as they are. */
    static List<String> of(List<String> all) {
        return all.size() > FEW ? new Names(all) : all;
    }

    /** Whether one of some is a name, ignoring case. */
    static boolean have(List<String> names, String name) {
        return names instanceof Names many
                ? many.folded().contains(name.toLowerCase(Locale.ROOT))
                : names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private Set<String> folded() {
        Set<String> known = folded;
        if (known == null) {
            known = new HashSet<>();
            for (String each : all) {
                known.add(each.toLowerCase(Locale.ROOT));
            }
            folded = known;
        }
        return known;
    }

    @Override
    public String get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
