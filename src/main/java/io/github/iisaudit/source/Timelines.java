package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of the past of what a user named: folders with dates in their names, the commits of a repository, or the copies that
 * IIS keeps. To be closed after the last version was opened.
 */
public final class Timelines implements AutoCloseable {

    private static final String NOTHING =
            "nothing to compare: it lies in no git repository with commits of configuration files,"
                    + " holds no two snapshots of one server with dates in their names, and no inetpub/history/CFGHISTORY_* folders";

    private final SourceOptions options;
    private final Optional<From> from;
    private final List<Revision> repositories = new ArrayList<>();
    private final List<Timeline> found = new ArrayList<>();
    private final Set<String> troubles = new HashSet<>();
    private final List<Opened.Refused> refused = new ArrayList<>();

    private Timelines(SourceOptions options, Optional<From> from) {
        this.options = options;
        this.from = from;
    }

    /**
     * Finds them.
     *
     * @param from when the changes begin that are wanted; empty for all
     * @throws SourceException where a path does not exist or options do not fit each other
     */
    public static Timelines open(List<String> paths, SourceOptions options, Optional<From> from)
            throws SourceException {
        Timelines timelines = new Timelines(options, from);
        try {
            timelines.find(paths);
            return timelines;
        } catch (SourceException e) {
            timelines.close();
            throw e;
        }
    }

    /** In the order of the paths; those of dated snapshots come first. */
    public List<Timeline> all() {
        return List.copyOf(found);
    }

    /** The paths of which no past is known. */
    public List<Opened.Refused> refused() {
        return List.copyOf(refused);
    }

    /** Whether all that was named is files of other kinds. */
    public boolean isForeign() {
        return new Opened(List.of(), refused).isForeign() && found.isEmpty();
    }

    /** Ends what was started to read them. */
    @Override
    public void close() {
        repositories.forEach(Revision::close);
    }

    private void find(List<String> paths) throws SourceException {
        List<Typed> left = new ArrayList<>();
        Map<String, List<Dated>> servers = new TreeMap<>(Disk.ORDER);
        for (String path : paths) {
            Opened opened = Sources.open(List.of(path), options);
            if (opened.isForeign()) {
                refused.addAll(opened.refused());
                continue;
            }
            List<Dated> dated = dated(opened);
            dated.forEach(it -> servers.computeIfAbsent(it.name.key(), key -> new ArrayList<>())
                    .add(it));
            if (dated.size() < 2) {
                left.add(Typed.of(path));
            }
        }
        servers.values().removeIf(snapshots -> snapshots.size() < 2);
        addSnapshots(servers);
        for (Typed typed : left) {
            boolean isDated =
                    servers.values().stream().anyMatch(all -> all.stream().anyMatch(it -> it.isBelow(typed)));
            if (!isDated) {
                look(typed);
            }
        }
    }

    /** A server as it was at the time that is in its name. */
    private record Dated(DatedName name, ConfigSource source) {

        boolean isBelow(Typed typed) {
            return (source.root() + "/").startsWith(typed.text() + "/");
        }

        Version version(String server) {
            return new Version(source.root(), name.time(), "", () -> List.of(new RenamedSource(source, server)));
        }
    }

    private static List<Dated> dated(Opened opened) {
        List<Dated> dated = new ArrayList<>();
        for (ConfigSource source : opened.sources()) {
            name(source).ifPresent(name -> dated.add(new Dated(name, source)));
        }
        return dated;
    }

    private static Optional<DatedName> name(ConfigSource source) {
        String folder = source.root().substring(source.root().lastIndexOf('/') + 1);
        if (!Backups.isNamed(folder)) {
            return DatedName.of(source.root());
        }
        String above = source.root().substring(0, source.root().length() - folder.length());
        try {
            Optional<Path> file = new Disk().find(Path.of(source.root()), List.of(HostFolder.APPLICATION_HOST));
            Instant time = file.isPresent() ? Backups.time(file.get()) : Instant.EPOCH;
            return Optional.of(new DatedName(above, serverAbove(above), time));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The folder that stands for the server around {@code C/inetpub/history}. */
    private static String serverAbove(String history) {
        String path = history.replaceAll("/+$", "").replaceAll("(?i)(^|/)([a-z][:$]?/)?inetpub/history$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() || name.matches("\\.+") ? "server" : name;
    }

    private void add(Timeline timeline, Optional<Revision> head) throws SourceException {
        found.add(from.isPresent() ? from.get().of(timeline, head) : timeline);
    }

    private void addSnapshots(Map<String, List<Dated>> servers) throws SourceException {
        List<List<String>> wanted = new ArrayList<>();
        servers.values()
                .forEach(all -> wanted.add(
                        List.of(all.get(0).name.server(), all.get(0).name.key())));
        List<String> names = UniqueNames.choose(wanted);
        int at = 0;
        for (List<Dated> all : servers.values()) {
            String server = names.get(at);
            at++;
            boolean isBackup =
                    Backups.isNamed(Disk.name(Path.of(all.get(0).source.root())));
            Comparator<Dated> byRoot = Comparator.comparing(it -> it.source.root());
            all.sort(
                    isBackup
                            ? byRoot
                            : Comparator.<Dated, Instant>comparing(it -> it.name.time())
                                    .thenComparing(byRoot));
            List<Version> versions = all.stream().map(it -> it.version(server)).toList();
            Timeline.Kind kind = isBackup ? Timeline.Kind.BACKUPS : Timeline.Kind.SNAPSHOTS;
            add(new Timeline(kind, all.get(0).name.key(), versions), Optional.empty());
        }
    }

    private void look(Typed typed) throws SourceException {
        Path path = typed.path();
        boolean isFile = Files.isRegularFile(path);
        Path folder = isFile ? path.toAbsolutePath().getParent() : path;
        Optional<Revision> head = folder == null || Git.top(folder).isEmpty() ? Optional.empty() : head(typed, folder);
        if (folder != null && head.isPresent()) {
            Timeline commits = CommitTimeline.of(head.get(), typed, within(head.get(), folder, isFile, path), options);
            if (!commits.versions().isEmpty()) {
                add(commits, head);
                return;
            }
        }
        int before = found.size();
        for (ConfigSource source : Sources.open(List.of(typed.text()), options).sources()) {
            Optional<Timeline> copies = Backups.of(source);
            if (copies.isPresent()) {
                add(copies.get(), Optional.empty());
            }
        }
        if (found.size() == before && troubles.add(typed.text())) {
            refused.add(new Opened.Refused(typed.text(), NOTHING, typed.text() + ": " + NOTHING));
        }
    }

    private Optional<Revision> head(Typed typed, Path folder) {
        try {
            Revision head = Revision.head(folder);
            repositories.add(head);
            return Optional.of(head);
        } catch (SourceException e) {
            String reason = String.valueOf(e.getMessage());
            troubles.add(typed.text());
            refused.add(new Opened.Refused(typed.text(), reason, typed.text() + ": " + reason));
            return Optional.empty();
        }
    }

    private static String within(Revision head, Path folder, boolean isFile, Path file) throws SourceException {
        try {
            String below = Drives.slashes(head.top().relativize(folder.toRealPath()));
            String within = below.isEmpty() ? "" : below + "/";
            return isFile ? within + Disk.name(file) : within;
        } catch (IOException e) {
            throw new SourceException(FileBytes.reason(e));
        }
    }
}
