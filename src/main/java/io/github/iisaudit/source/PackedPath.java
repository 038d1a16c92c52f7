package io.github.iisaudit.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path in an archive. There are no links, so that it is as real as it looks. */
final class PackedPath implements Path {

    private final PackedDisk disk;
    private final String path;

    /** @param path with single slashes, and none at the end but that of the root */
    PackedPath(PackedDisk disk, String path) {
        this.disk = disk;
        this.path = path;
    }

    private PackedPath of(String other) {
        return new PackedPath(disk, other);
    }

    private static PackedPath own(Path other) {
        if (other instanceof PackedPath packed) {
            return packed;
        }
        throw new ProviderMismatchException(other.toString());
    }

    private boolean isRoot() {
        return path.equals(PackedDisk.SEPARATOR);
    }

    private List<String> names() {
        String below = isAbsolute() ? path.substring(1) : path;
        return below.isEmpty() && isAbsolute() ? List.of() : Arrays.asList(below.split(PackedDisk.SEPARATOR, -1));
    }

    @Override
    public PackedDisk getFileSystem() {
        return disk;
    }

    @Override
    public boolean isAbsolute() {
        return path.startsWith(PackedDisk.SEPARATOR);
    }

    @Override
    public @Nullable Path getRoot() {
        return isAbsolute() ? of(PackedDisk.SEPARATOR) : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return isRoot() ? null : of(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public @Nullable Path getParent() {
        int slash = path.lastIndexOf('/');
        if (slash < 0 || isRoot()) {
            return null;
        }
        return of(slash == 0 ? PackedDisk.SEPARATOR : path.substring(0, slash));
    }

    @Override
    public int getNameCount() {
        return names().size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        List<String> names = names();
        if (begin < 0 || end > names.size() || begin >= end) {
            throw new IllegalArgumentException(begin + " to " + end + " of " + path);
        }
        return of(String.join(PackedDisk.SEPARATOR, names.subList(begin, end)));
    }

    @Override
    public boolean startsWith(Path other) {
        if (!(other instanceof PackedPath packed) || packed.disk != disk || packed.path.isEmpty()) {
            return equals(other);
        }
        boolean isBelow = path.length() > packed.path.length() && path.charAt(packed.path.length()) == '/';
        return path.equals(packed.path) || (packed.isRoot() ? isAbsolute() : isBelow && path.startsWith(packed.path));
    }

    @Override
    public boolean endsWith(Path other) {
        if (other.isAbsolute() || !(other instanceof PackedPath packed)) {
            return equals(other);
        }
        List<String> names = names();
        List<String> last = packed.names();
        return last.size() <= names.size()
                && names.subList(names.size() - last.size(), names.size()).equals(last);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String name : names()) {
            boolean isUp = name.equals("..");
            boolean leads = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
            if (isUp && leads) {
                kept.remove(kept.size() - 1);
            } else if (!name.equals(".") && !(isUp && isAbsolute())) {
                kept.add(name);
            }
        }
        return of((isAbsolute() ? PackedDisk.SEPARATOR : "") + String.join(PackedDisk.SEPARATOR, kept));
    }

    @Override
    public Path resolve(Path other) {
        PackedPath below = own(other);
        if (below.isAbsolute() || path.isEmpty()) {
            return below;
        }
        return below.path.isEmpty() ? this : of(path + (isRoot() ? "" : PackedDisk.SEPARATOR) + below.path);
    }

    @Override
    public Path relativize(Path other) {
        List<String> from = path.isEmpty() ? List.of() : names();
        List<String> to = own(other).path.isEmpty() ? List.of() : own(other).names();
        if (isAbsolute() != other.isAbsolute()) {
            throw new IllegalArgumentException(other + " is no path as " + this + " is");
        }
        int common = 0;
        while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
            common++;
        }
        List<String> steps = new ArrayList<>();
        from.subList(common, from.size()).forEach(name -> steps.add(".."));
        steps.addAll(to.subList(common, to.size()));
        return of(String.join(PackedDisk.SEPARATOR, steps));
    }

    @Override
    public URI toUri() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path toAbsolutePath() {
        return isAbsolute() ? this : of(PackedDisk.SEPARATOR).resolve(this);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        Path real = toAbsolutePath().normalize();
        disk.existing(real);
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return path.compareTo(own(other).path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedPath packed && disk == packed.disk && path.equals(packed.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
