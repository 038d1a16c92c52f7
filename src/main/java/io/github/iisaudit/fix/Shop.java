package io.github.iisaudit.fix;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.EditedSource;
import io.github.iisaudit.source.SeenSource;
import io.github.iisaudit.xml.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A server in memory to which changes can be made and tried, but not for ever. Not thread-safe. */
final class Shop {

    /** What does not go together can take as many tries as there are changes, each of which takes as long as the server is large. */
    private static final long MOST_BYTES = 25_000_000;

    /** That much longer than reading does an audit take. */
    private static final int AUDIT = 8;

    /** However large the server is. */
    private static final int FEWEST_AUDITS = 8;

    private final SeenSource source;
    private final Map<String, Optional<Workpiece>> pieces = new HashMap<>();

    private @Nullable ServerConfiguration configuration;

    /** How many bytes may still be read again; negative before it is known how large the server is. */
    private long left = -1;

    Shop(SeenSource source) {
        this.source = source;
    }

    SeenSource source() {
        return source;
    }

    /** A file of the server to work on; empty where it is not as somebody wrote it, or cannot be read or written again. */
    Optional<Workpiece> piece(String file) {
        return pieces.computeIfAbsent(file, path -> source.seen(path).flatMap(Workpiece::of));
    }

    /** Whether the changed server may be read once more; the files were all seen before. */
    boolean mayRead() {
        return may(1);
    }

    /** Whether it may be audited once more. */
    boolean mayAudit() {
        return may(AUDIT);
    }

    private boolean may(int times) {
        long size = source.size();
        left = left < 0 ? Math.max(MOST_BYTES, size * AUDIT * FEWEST_AUDITS) : left;
        boolean may = left >= size * times;
        left = may ? left - size * times : 0;
        return may;
    }

    /** The server as it is, read when it is asked for first. */
    ServerConfiguration configuration() {
        ServerConfiguration read = configuration;
        if (read == null) {
            read = ServerConfiguration.read(source);
            configuration = read;
        }
        return read;
    }

    /** The files that change by all these changes together; empty where two of them overlap. */
    Optional<List<Patch>> patches(List<Mended> all) {
        Map<String, Set<Splice>> byFile = new TreeMap<>();
        for (Mended mended : all) {
            for (FileSplice it : mended.splices()) {
                byFile.computeIfAbsent(it.file(), f -> new LinkedHashSet<>()).add(it.splice());
            }
        }
        List<Patch> patches = new ArrayList<>();
        for (Map.Entry<String, Set<Splice>> file : byFile.entrySet()) {
            Optional<List<Splice>> splices = apart(new ArrayList<>(file.getValue()));
            Optional<Workpiece> piece = piece(file.getKey());
            if (splices.isEmpty() || piece.isEmpty()) {
                return Optional.empty();
            }
            patches.add(new Patch(file.getKey(), piece.get().text(), splices.get()));
        }
        return Optional.of(patches);
    }

    /** In their order; what lies within something that goes need not be changed. Empty where two overlap. */
    private static Optional<List<Splice>> apart(List<Splice> splices) {
        splices.sort(Comparator.comparingInt(Splice::start).thenComparing(Splice::end, Comparator.reverseOrder()));
        List<Splice> apart = new ArrayList<>();
        for (Splice splice : splices) {
            Splice last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            boolean isWithin = last != null && splice.start() >= last.start() && splice.end() <= last.end();
            if (last == null || splice.start() >= last.end()) {
                apart.add(splice);
            } else if (!isWithin || !last.text().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(apart);
    }

    /** The server with these files changed. */
    EditedSource edited(List<Patch> patches) {
        Map<String, ConfigFile> files = new TreeMap<>();
        patches.forEach(patch -> files.put(patch.file(), patch.changed()));
        return new EditedSource(source, files);
    }
}
