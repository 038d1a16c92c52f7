package io.github.iisaudit.source;

import java.time.Instant;
import java.util.List;

/**
 * What is known of servers, time after time.
 *
 * @param kind where the versions come from
 * @param root the folder or file that was asked about, as it was typed
 * @param versions the oldest first; nothing is known of the time before the first, so that nothing changed in it
 */
public record Timeline(Kind kind, String root, List<Version> versions) {

    /** Where versions come from. */
    public enum Kind {
        /** The commits of a repository that touch the files, along the first parents of HEAD. */
        COMMITS("commits"),
        /** Folders and archives that have a date in their names. */
        SNAPSHOTS("snapshots"),
        /** The copies of its configuration that IIS keeps in {@code inetpub/history}. */
        BACKUPS("backups");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** What one calls several of them. */
        public String id() {
            return id;
        }
    }

    /** Copies the list. */
    public Timeline {
        versions = List.copyOf(versions);
    }

    /** The same from a time on: the last version before it is kept, for comparing. */
    Timeline since(Instant time) {
        int first = 0;
        while (first < versions.size() && versions.get(first).time().isBefore(time)) {
            first++;
        }
        return from(first);
    }

    /** The same without the versions before the last one before a place. */
    Timeline from(int place) {
        return new Timeline(kind, root, versions.subList(Math.max(place - 1, 0), versions.size()));
    }
}
