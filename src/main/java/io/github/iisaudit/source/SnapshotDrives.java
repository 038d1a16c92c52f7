package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The volumes of a collected server: a folder {@code C}, {@code C:} or {@code C$} for each drive, and
 * {@code UNC/<server>/<share>} for each share, ignoring case.
 */
final class SnapshotDrives implements Drives {

    private final Disk disk;
    private final Path root;
    private final Optional<String> rootDrive;
    private final Map<String, List<Path>> known = new HashMap<>();

    /**
     * The volumes below a folder.
     *
     * @param rootDrive the letter of the drive that the folder itself is
     */
    SnapshotDrives(Disk disk, Path root, Optional<String> rootDrive) {
        this.disk = disk;
        this.root = root;
        this.rootDrive = rootDrive;
    }

    @Override
    public List<Path> roots(String volume) throws IOException {
        List<Path> roots = known.get(volume);
        if (roots == null) {
            roots = volume.length() > 1 ? share(volume) : drive(volume);
            known.put(volume, roots);
        }
        return roots;
    }

    private List<Path> share(String volume) throws IOException {
        return disk.find(root, List.of(volume.split("/"))).map(List::of).orElse(List.of());
    }

    private List<Path> drive(String letter) throws IOException {
        List<Path> roots = new ArrayList<>();
        if (rootDrive.isPresent() && rootDrive.get().equals(letter)) {
            roots.add(root);
        }
        add(letter, roots);
        add(letter.concat(":"), roots);
        add(letter.concat("$"), roots);
        return roots;
    }

    private void add(String spelling, List<Path> roots) throws IOException {
        for (Path named : disk.named(root, spelling)) {
            if (disk.isFolder(named)) {
                roots.add(named);
            }
        }
    }

    @Override
    public String shown(Path file) {
        return Drives.below(root, file);
    }

    @Override
    public String shown(PhysicalPath file) {
        if (file.isShare()) {
            return file.collected();
        }
        try {
            List<Path> roots = roots(file.volume());
            return roots.isEmpty() ? file.collected() : file.joined(shown(roots.get(0)));
        } catch (IOException e) {
            return file.collected();
        }
    }
}
