package io.github.iisaudit.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The machine that the program runs on, and its volumes. What lies on them is shown with its absolute path. */
final class Machine implements Drives {

    private final boolean windows;
    private final Map<String, String> variables;
    private final Function<String, Path> roots;

    /**
     * A machine.
     *
     * @param windows whether Windows runs on it
     * @param roots finds the root of a volume, from {@code C:\} or {@code \\server\share\}
     */
    Machine(boolean windows, Map<String, String> environment, Function<String, Path> roots) {
        this.windows = windows;
        this.variables = environment;
        this.roots = roots;
    }

    /** This machine. */
    static Machine current() {
        return new Machine(File.separatorChar == '\\', System.getenv(), Path::of);
    }

    boolean isWindows() {
        return windows;
    }

    /** The machine's name; {@code localhost} where it does not say. */
    String name() {
        return byName().getOrDefault("COMPUTERNAME", "localhost");
    }

    Map<String, String> environment() {
        return Map.copyOf(byName());
    }

    /** Ignoring case; most runs ask for none of them. */
    private Map<String, String> byName() {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(variables);
        return byName;
    }

    /** The letter of the drive that Windows is on. */
    String systemDrive() {
        String drive = byName().getOrDefault("SystemDrive", "");
        return drive.matches("[A-Za-z]:") ? drive.substring(0, 1) : "C";
    }

    /** The folder that IIS keeps its configuration in, whether or not there is one. */
    Path configFolder() throws UnresolvedPathException {
        PhysicalPath folder = PhysicalPath.parse(
                new Variables(systemDrive(), byName()).expand("%windir%\\System32\\inetsrv\\config"));
        Path place = roots.apply(folder.volume() + ":\\");
        for (String name : folder.names()) {
            place = place.resolve(name);
        }
        return place;
    }

    /** Whether a folder is the one that IIS on this machine reads. */
    boolean isConfigFolder(Path folder) {
        try {
            return windows && Files.isSameFile(folder, configFolder());
        } catch (IOException | UnresolvedPathException | InvalidPathException e) {
            return false;
        }
    }

    @Override
    public List<Path> roots(String volume) {
        String root = volume.length() > 1 ? "\\\\" + volume.substring(4).replace('/', '\\') + "\\" : volume + ":\\";
        try {
            return Optional.of(roots.apply(root))
                    .filter(Files::isDirectory)
                    .map(List::of)
                    .orElse(List.of());
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    @Override
    public String shown(Path file) {
        return Drives.slashes(file);
    }

    @Override
    public String shown(PhysicalPath file) {
        return file.joined(file.isShare() ? "//" + file.volume().substring(4) : file.volume() + ":");
    }
}
