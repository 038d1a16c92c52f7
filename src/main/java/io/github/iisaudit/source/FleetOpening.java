package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens what was found of a fleet.
 *
 * @param typed the folder of the fleet
 */
record FleetOpening(Typed typed, Fleet fleet) {

    /** What makes a server of a snapshot. */
    interface Maker {
        ConfigSource source(Snapshot snapshot, String name, String root);
    }

    /** Opens the servers with an applicationHost.config of their own, and tells what could not be looked into. */
    void openServers(Opening opening, Maker maker) {
        fleet.archives().forEach((path, file) -> openServers(path, file, opening));
        Map<String, Snapshot> snapshots = new TreeMap<>(Disk.ORDER);
        snapshots.putAll(fleet.snapshots());
        snapshots.putAll(fleet.hidden());
        snapshots.forEach((path, snapshot) -> opening.soFar()
                .drafts()
                .add(new Draft(
                        List.of(path.substring(path.lastIndexOf('/') + 1), path, typed.below(path)),
                        name -> maker.source(snapshot, name, typed.below(path)))));
        fleet.troubles().forEach((path, reason) -> opening.soFar().cannotLook(typed, path, reason));
    }

    /** Beside servers, an archive of anything else is passed by; by itself it may be one of packages. */
    private void openServers(String path, Path file, Opening opening) {
        int before = opening.soFar().answers();
        archive(path, file).ifPresent(it -> it.openServers(opening));
        if (hasServers() && opening.soFar().answers() == before) {
            opening.soFar()
                    .passBy(
                            List.of(),
                            List.of(new OtherFile(
                                    typed.below(path), "an archive without a server", "a PATH of its own")));
        }
    }

    /** The web.config files beside its servers, as they would be typed. */
    List<String> strays() {
        List<String> strays = new ArrayList<>();
        if (hasServers()) {
            fleet.strays().forEach(file -> strays.add(typed.below(file)));
        }
        return List.copyOf(strays);
    }

    /** The files of other kinds beside them, as they would be typed. */
    List<OtherFile> others() {
        List<OtherFile> others = new ArrayList<>();
        if (hasServers()) {
            fleet.others().forEach(it -> others.add(new OtherFile(typed.below(it.file()), it.what(), it.whatFor())));
        }
        return List.copyOf(others);
    }

    private boolean hasServers() {
        return !fleet.snapshots().isEmpty() || !fleet.hidden().isEmpty();
    }

    /** Opens all that its archives hold, whatever that is. */
    void openArchives(Opening opening) {
        fleet.archives().forEach((path, file) -> archive(path, file).ifPresent(it -> it.open(opening)));
    }

    private Optional<ArchiveOpening> archive(String path, Path file) {
        return ArchiveKind.of(file).map(kind -> new ArchiveOpening(new Typed(typed.below(path), file), kind));
    }
}
