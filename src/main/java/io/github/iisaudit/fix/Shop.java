package io.github.iisaudit.fix;

import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.EditedSource;
import io.github.iisaudit.source.SeenSource;
import io.github.iisaudit.xml.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A server in memory to which changes can be made. */
record Shop(SeenSource source) {

    /** The server as it is. */
    ServerConfiguration configuration() {
        return ServerConfiguration.read(source);
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
            Optional<Workpiece> piece = source.seen(file.getKey()).flatMap(Workpiece::of);
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
