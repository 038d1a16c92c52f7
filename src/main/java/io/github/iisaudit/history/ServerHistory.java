package io.github.iisaudit.history;

import io.github.iisaudit.config.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One server while its versions come. Not safe for use by several threads. */
public final class ServerHistory {

    private final String name;
    private final Kept kept;
    private final Terms terms;
    private final List<VersionChange> changes = new ArrayList<>();

    /** For what is kept until it is reported. */
    private final Budget budget = new Budget();

    private @Nullable Moment last;
    private @Nullable At firstAt;
    private @Nullable At lastAt;
    private int versions;

    /**
     * Where its versions come from.
     *
     * @param kind what one calls several of them: {@code commits}
     * @param root the folder that was asked about, as it was typed
     * @param isNew whether there were versions before without the server
     */
    public record Kept(String kind, String root, boolean isNew) {}

    public ServerHistory(String name, Kept kept, Terms terms) {
        this.name = name;
        this.kept = kept;
        this.terms = terms;
    }

    /** Its last version; null where there is none, or where it is gone. */
    public @Nullable Moment last() {
        return last;
    }

    /**
     * The next version.
     *
     * @throws Budget.SpentException where too much has come and gone so far
     */
    public void add(At at, Moment now) {
        Moment before = last;
        if (before != null) {
            take(counted(VersionChange.between(before, now, at, terms)));
        } else if (kept.isNew || firstAt != null) {
            take(counted(VersionChange.begun(now, at, terms)));
        }
        last = now;
        firstAt = firstAt == null ? at : firstAt;
        lastAt = at;
        versions++;
    }

    /** The next version, in which there is no such server. */
    public void end(At at) {
        Moment before = last;
        if (before != null) {
            take(VersionChange.ended(before, at, terms));
            last = null;
            lastAt = at;
        }
    }

    private VersionChange counted(VersionChange change) {
        for (int i = change.came().size() + change.went().size(); i > 0; i--) {
            budget.finding();
        }
        return change;
    }

    private void take(VersionChange change) {
        if (!change.isEmpty()) {
            changes.add(change);
        }
    }

    /** What became of it. */
    public History.Server told() {
        At first = Objects.requireNonNull(firstAt, "a server is told of after its first version");
        return new History.Server(name, kept.kind, kept.root, versions, first, Objects.requireNonNull(lastAt), changes);
    }
}
