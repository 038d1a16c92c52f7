package io.github.iisaudit.source;

import io.github.iisaudit.source.Lookup.Absent;
import io.github.iisaudit.source.Lookup.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The content of a site of which one web.config was given, whatever it is called. It lies at the root of an invented
 * drive.
 */
final class OneFile implements Content {

    private final PhysicalPath siteRoot;
    private final Supplier<Lookup> webConfig;
    private final Optional<Path> folder;
    private final Content nothing;

    /**
     * A site.
     *
     * @param letter the invented drive
     * @param folder where the file lies; empty where it lies in none
     */
    OneFile(String letter, Supplier<Lookup> webConfig, Optional<Path> folder, Variables variables) {
        this.siteRoot = new PhysicalPath(letter, List.of());
        this.webConfig = webConfig;
        this.folder = folder;
        this.nothing = Folders.uncollected(letter, variables);
    }

    @Override
    public Lookup file(String physical, String name) {
        if (!isCollected(physical)) {
            return nothing.file(physical, name);
        }
        return name.equalsIgnoreCase(WebConfigWalk.WEB_CONFIG) ? webConfig.get() : beside(siteRoot.plus(name));
    }

    /** What the file names with {@code configSource} is read where it lies; other files are none of the site's. */
    private Lookup beside(PhysicalPath file) {
        if (folder.isEmpty()) {
            return new Unavailable(file.joined(""), Folders.NOT_COLLECTED, false);
        }
        try {
            Path start = folder.get();
            Disk disk = new Disk(Boundary.ofWorkTree(start));
            return disk.find(start, file.names())
                    .map(found -> disk.read(found, Drives.slashes(start.relativize(found))))
                    .orElseGet(Absent::new);
        } catch (IOException e) {
            return new Unavailable(file.joined(""), FileBytes.reason(e), true);
        }
    }

    @Override
    public boolean isCollected(String physical) {
        try {
            return PhysicalPath.parse(physical).equals(siteRoot);
        } catch (UnresolvedPathException e) {
            return false;
        }
    }

    @Override
    public List<String> foldersWithWebConfig(String physical) {
        return List.of();
    }

    @Override
    public List<Unavailable> unreadable() {
        return List.of();
    }
}
