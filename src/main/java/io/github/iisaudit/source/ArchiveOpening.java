package io.github.iisaudit.source;

import io.github.iisaudit.source.ArchivedSource.Archive;
import io.github.iisaudit.source.ConfigSource.Host;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Opens what an archive holds: a server, a fleet, a repository or a Web Deploy package. */
final class ArchiveOpening {

    private static final int DEEPEST = 3;
    private static final String PARAMETERS = "parameters.xml";
    private static final List<String> OF_PACKAGES =
            List.of("archive.xml", "manifest.xml", "systemInfo.xml", PARAMETERS);

    private final Typed typed;
    private final ArchiveKind kind;

    ArchiveOpening(Typed typed, ArchiveKind kind) {
        this.typed = typed;
        this.kind = kind;
    }

    /** Opens all that there is. */
    void open(Opening opening) {
        open(opening, source -> true);
    }

    /** Opens the servers with an applicationHost.config of their own. */
    void openServers(Opening opening) {
        open(opening, source -> source.host() != Host.ASSUMED);
    }

    private void open(Opening opening, Predicate<ConfigSource> isWanted) {
        if (PackedDisk.depth(typed.path()) >= DEEPEST) {
            opening.soFar().cannotLook(typed, "", "archives lie in each other more than " + DEEPEST + " deep");
            return;
        }
        ArchiveTree tree = ArchiveReader.read(typed.path(), kind, ArchiveKind.withoutEnding(typed.name()));
        try {
            int before = opening.soFar().drafts().size();
            opening.openInside(start(tree.root()), tree.troubles().isEmpty());
            List<Draft> drafts = opening.soFar().takeDrafts(before);
            drafts.removeIf(
                    draft -> !isWanted.test(draft.named().apply(draft.names().get(0))));
            List<Lookup.Unavailable> troubles = troubles(tree);
            Parameters parameters = parameters(tree.root());
            // What several servers share is not read again for each of them.
            Runnable release = drafts.size() == 1 ? tree.disk()::close : () -> {};
            for (Draft draft : drafts) {
                List<Lookup.Unavailable> told = draft == drafts.get(0) ? troubles : List.of();
                List<String> names = new ArrayList<>(draft.names());
                if (drafts.size() == 1) {
                    names.add(0, ArchiveKind.withoutEnding(typed.name()));
                }
                opening.soFar()
                        .drafts()
                        .add(new Draft(
                                names,
                                name -> archived(
                                        draft.named().apply(name),
                                        prefix -> new Archive(typed.folder(), prefix, parameters, told, release))));
            }
            if (drafts.isEmpty()) {
                troubles.forEach(trouble -> opening.soFar().cannotLook(typed, "", trouble.reason()));
            }
        } catch (IOException e) {
            opening.soFar().cannotLook(typed, "", FileBytes.reason(e));
        } finally {
            tree.disk().close();
        }
    }

    /** What it holds, as it would be typed. */
    private String inside() {
        return typed.text() + "!";
    }

    private String fileName() {
        return typed.text().substring(typed.text().lastIndexOf('/') + 1);
    }

    private ConfigSource archived(ConfigSource source, Function<String, Archive> archive) {
        String inside = inside();
        String below = source.root().startsWith(inside) ? source.root().substring(inside.length()) : "";
        return new ArchivedSource(source, archive.apply(fileName() + "!" + below + "/"));
    }

    private List<Lookup.Unavailable> troubles(ArchiveTree tree) {
        List<Lookup.Unavailable> troubles = new ArrayList<>();
        tree.troubles().forEach((entry, reason) -> {
            String path = entry.isEmpty() ? fileName() : fileName() + "!/" + entry;
            troubles.add(new Lookup.Unavailable(path, reason, true));
        });
        return troubles;
    }

    private static Optional<Path> at(Path root, String name) throws IOException {
        return new Disk().named(root, name).stream().findFirst();
    }

    private Parameters parameters(Path root) throws IOException {
        Optional<Path> file = at(root, PARAMETERS);
        if (file.isEmpty()) {
            return Parameters.NONE;
        }
        byte[] bytes = bytes(file.get());
        ConfigFile declarations = new ConfigFile(fileName() + "!/" + Disk.name(file.get()), bytes);
        return new Parameters(List.of(declarations), List.of(), Map.of());
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readAllBytes();
        }
    }

    /** The files of a package lie where they lay on the machine that made it, often below folders that hold none otherwise. */
    private Typed start(Path root) throws IOException {
        Typed top = new Typed(inside(), root);
        boolean isPackage = false;
        for (String name : OF_PACKAGES) {
            isPackage |= at(root, name).isPresent();
        }
        Optional<Path> content = at(root, "Content");
        if (!isPackage || content.isEmpty()) {
            return top;
        }
        List<Path> roots = siteRoots(content.get());
        return roots.size() == 1 ? new Typed(top.below(Drives.below(root, roots.get(0))), roots.get(0)) : top;
    }

    /** The top-most folders with a web.config. */
    private static List<Path> siteRoots(Path content) throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(content)) {
            files.filter(file -> Disk.name(file).equalsIgnoreCase(WebConfigWalk.WEB_CONFIG))
                    .forEach(file -> {
                        Path folder = file.getParent();
                        if (folder != null) {
                            folders.put(folder.toString(), folder);
                        }
                    });
        }
        List<Path> top = new ArrayList<>();
        for (Path folder : folders.values()) {
            if (top.stream().noneMatch(folder::startsWith)) {
                top.add(folder);
            }
        }
        return top;
    }
}
