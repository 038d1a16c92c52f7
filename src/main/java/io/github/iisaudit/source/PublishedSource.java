package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A server whose files come to it by a publication: each web.config knows the transforms that lie beside it and are applied. */
final class PublishedSource extends OtherSource {

    private final Publication publication;
    private final NavigableSet<String> applied = new TreeSet<>(Disk.ORDER);

    PublishedSource(ConfigSource original, Publication publication) {
        super(original);
        this.publication = publication;
    }

    @Override
    public Lookup applicationHost() {
        return changed(original().applicationHost(), List.of(), Parameters.NONE);
    }

    @Override
    public Lookup file(String folder, String name) {
        Lookup lookup = original().file(folder, name);
        if (!(lookup instanceof Lookup.Found found)) {
            return lookup;
        }
        return changed(
                lookup,
                isWebConfig(name) ? transforms(folder, name, found.file()) : List.of(),
                publication.of(original().parameters()));
    }

    private Lookup changed(Lookup lookup, List<ConfigFile> transforms, Parameters parameters) {
        if (!(lookup instanceof Lookup.Found found)) {
            return lookup;
        }
        ConfigFile file = found.file();
        Changes before = file.changes();
        Changes changes = new Changes(
                        transforms.isEmpty() ? before.transforms() : transforms,
                        before.parameters() == Parameters.NONE ? parameters : before.parameters(),
                        before.variables())
                .with(publication.variables());
        return changes.areNone() ? lookup : new Lookup.Found(new ConfigFile(file.path(), file.bytes(), changes));
    }

    private static boolean isWebConfig(String name) {
        return name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(WebConfigWalk.WEB_CONFIG);
    }

    private List<ConfigFile> transforms(String folder, String name, ConfigFile file) {
        String below = name.substring(0, name.lastIndexOf('/') + 1);
        List<ConfigFile> transforms = new ArrayList<>();
        for (String wanted : publication.names()) {
            add(original().file(folder, below + "web." + wanted + ".config"), transforms);
        }
        if (!publication.profile().isEmpty()) {
            String profiles = below + "Properties/PublishProfiles/";
            add(original().file(folder, profiles + publication.profile() + ".transform"), transforms);
        }
        for (Publication.Named named : publication.transforms()) {
            addNamed(named, name, file, transforms);
        }
        transforms.forEach(transform -> applied.add(transform.path()));
        return transforms;
    }

    private static void add(Lookup lookup, List<ConfigFile> transforms) {
        if (lookup instanceof Lookup.Found found) {
            transforms.add(found.file());
        }
    }

    /** A transform that was named is for the web.config beside it; from elsewhere, for that of each site. */
    private void addNamed(Publication.Named named, String name, ConfigFile file, List<ConfigFile> transforms) {
        Optional<String> inside = inside(named.path());
        String path = inside.orElse(named.file().path());
        boolean isBeside = inside.isPresent() && folderOf(path).equals(folderOf(file.path()));
        boolean isOfNone = inside.isEmpty() || !hasWebConfig(named.path());
        if (isBeside || (isOfNone && !name.contains("/"))) {
            transforms.add(new ConfigFile(path, named.file().bytes()));
        }
    }

    /** The path below the root; empty for what lies elsewhere. */
    private Optional<String> inside(Path path) {
        Path root = Path.of(root()).toAbsolutePath().normalize();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? Optional.of(Drives.slashes(root.relativize(absolute))) : Optional.empty();
    }

    private static boolean hasWebConfig(Path transform) {
        Path folder = transform.toAbsolutePath().normalize().getParent();
        try {
            return folder != null
                    && !new Disk().named(folder, WebConfigWalk.WEB_CONFIG).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> transforms() {
        return original().transforms().stream()
                .filter(path -> !applied.contains(path))
                .toList();
    }

    @Override
    public List<String> appliedTransforms() {
        return List.copyOf(applied);
    }
}
