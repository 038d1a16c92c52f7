package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An invented drive whose root is the root of a repository; no other volume was collected. */
final class RepositoryDrive implements Drives {

    /** Letters of drives that servers seldom have, the rarest first. */
    private static final String LETTERS = "RQUVWXYZPONMLKJIHGTSFED";

    private final String letter;
    private final Optional<Path> root;

    /**
     * A drive.
     *
     * @param root the repository; empty where no folder of it can be looked into
     */
    RepositoryDrive(String letter, Optional<Path> root) {
        this.letter = letter;
        this.root = root;
    }

    /** A letter that an applicationHost.config does not use for a drive of its own. */
    static String letterBeside(ConfigText applicationHost) {
        return LETTERS.chars()
                .filter(letter -> !applicationHost.mentionsDrive((char) letter))
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("R");
    }

    @Override
    public List<Path> roots(String volume) {
        return volume.equals(letter) ? root.map(List::of).orElse(List.of()) : List.of();
    }

    @Override
    public String shown(Path file) {
        return root.map(folder -> Drives.below(folder, file)).orElseGet(() -> Drives.slashes(file));
    }

    @Override
    public String shown(PhysicalPath file) {
        return file.volume().equals(letter) ? file.joined("") : file.collected();
    }
}
