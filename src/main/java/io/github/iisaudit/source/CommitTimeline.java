package io.github.iisaudit.source;

import io.github.iisaudit.source.Commits.Changed;
import io.github.iisaudit.source.Commits.Commit;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a repository, commit after commit: those of one commit are in memory, and of the next one only what differs is
 * read. A file that the repository has twice is there once.
 */
final class CommitTimeline {

    /** Far above what any repository has of configuration, far below what fills the memory. */
    private static final long MOST = 256L << 20;

    private static final int AT_ONCE = 1_000;

    private final Revision head;
    private final Typed typed;
    private final SourceOptions options;
    private final boolean isFile;
    private final TreeMap<String, String> objects = new TreeMap<>();
    private final Map<String, byte[]> contents = new HashMap<>();
    private int known;

    private CommitTimeline(Revision head, Typed typed, SourceOptions options, boolean isFile) {
        this.head = head;
        this.typed = typed;
        this.options = options;
        this.isFile = isFile;
    }

    /** @param within as {@link Commits#of} takes it */
    static Timeline of(Revision head, Typed typed, String within, SourceOptions options) throws SourceException {
        boolean isFile = !within.isEmpty() && !within.endsWith("/");
        CommitTimeline timeline = new CommitTimeline(head, typed, options, isFile);
        List<Version> versions = new ArrayList<>();
        List<Commit> commits = Commits.of(head, within).all();
        for (Commit commit : commits) {
            int end = versions.size() + 1;
            versions.add(new Version(
                    commit.id(), commit.time(), commit.subject(), () -> timeline.open(commits.subList(0, end))));
        }
        return new Timeline(Timeline.Kind.COMMITS, typed.text(), versions);
    }

    /** @param commits the one that is opened, and all before it, some of which were passed by */
    private List<ConfigSource> open(List<Commit> commits) throws SourceException {
        for (Commit commit : commits.subList(known, commits.size())) {
            commit.files().forEach(this::take);
        }
        known = commits.size();
        contents.keySet().retainAll(new HashSet<>(objects.values()));
        read();
        Map<String, byte[]> files = new HashMap<>();
        for (Map.Entry<String, String> file : objects.entrySet()) {
            byte[] content = contents.get(file.getValue());
            if (content == null) {
                throw new SourceException(
                        file.getKey()
                                + ": this clone lacks it, it is larger than 64 MiB, or a link that leads out of the repository");
            }
            files.put(file.getKey(), content);
        }
        return isFile
                ? opened(files)
                : Sources.of(new ServerFiles(typed.name(), files), options).sources();
    }

    private void take(Changed file) {
        if (file.object() == null) {
            objects.remove(file.path());
        } else {
            objects.put(file.path(), file.object());
        }
    }

    private List<ConfigSource> opened(Map<String, byte[]> files) throws SourceException {
        if (files.isEmpty()) {
            return List.of();
        }
        byte[] content = files.values().iterator().next();
        SourceOptions one = options.withStandardInput(() -> new ByteArrayInputStream(content), typed.text());
        return Sources.open(List.of("-"), one).sources();
    }

    private void read() throws SourceException {
        List<String> wanted = objects.values().stream()
                .distinct()
                .filter(object -> !contents.containsKey(object))
                .toList();
        long size =
                contents.values().stream().mapToLong(content -> content.length).sum();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
            List<Optional<byte[]>> read = head.read(some);
            for (int i = 0; i < some.size(); i++) {
                byte[] content = read.get(i).orElse(null);
                if (content != null) {
                    contents.put(some.get(i), content);
                    size += content.length;
                }
            }
            if (size > MOST) {
                contents.clear();
                throw new SourceException("holds more than 256 MiB of configuration");
            }
        }
    }
}
