package io.github.iisaudit.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A server as it was at a revision: its files that changed since are what they were, those that are new are absent. Where
 * its applicationHost.config lies and which folders there are is taken from now.
 */
public final class PastSource implements ConfigSource {

    private final ConfigSource now;
    private final ChangedFiles changed;
    private final Optional<Path> host;
    private final String stock;
    private final MovedFolders moved;
    private final boolean hasLost;
    private boolean hasToldOther;

    PastSource(ConfigSource now, ChangedFiles changed) {
        this.now = now;
        this.changed = changed;
        this.host = hostPath(now);
        this.stock = now.host() == Host.ASSUMED && now.applicationHost() instanceof Lookup.Found found
                ? found.file().path()
                : "";
        this.moved = MovedFolders.of(now, changed);
        this.hasLost = changed.hasLost(WebConfigWalk.WEB_CONFIG);
    }

    /**
     * What a file was that is now there.
     *
     * @param shown as the source shows it
     * @return {@link Lookup.Absent} where there was none; empty where it did not change
     */
    public Optional<Lookup> before(String shown) {
        if (shown.equals(stock)) {
            return Optional.empty();
        }
        Optional<String> other = moved.before(shown);
        if (other.isPresent()) {
            return Optional.of(changed.gone(Path.of(now.root()).resolve(other.get()))
                    .map(past -> lookup(shown, past))
                    .orElseGet(Lookup.Absent::new));
        }
        return changed.past(path(shown)).map(past -> lookup(shown, past));
    }

    /** What a file is now; empty where it cannot be read. */
    public Optional<Lookup> now(String shown) {
        return Optional.of(FileBytes.read(path(shown), shown)).filter(Lookup.Found.class::isInstance);
    }

    private Path path(String shown) {
        return isHost(shown) ? Path.of(shown) : Path.of(now.root()).resolve(shown);
    }

    /** Of a server that files are only deployed to, the path is as it was typed. */
    private boolean isHost(String shown) {
        return now.deployment().isPresent()
                && host.filter(Path.of(shown)::equals).isPresent();
    }

    /** Where applicationHost.config lies; empty where it is only assumed. */
    Optional<Path> hostPath() {
        return host;
    }

    private static Optional<Path> hostPath(ConfigSource now) {
        if (now.host() == Host.ASSUMED || !(now.applicationHost() instanceof Lookup.Found found)) {
            return Optional.empty();
        }
        String shown = found.file().path();
        return Optional.of(
                now.deployment().isPresent()
                        ? Path.of(shown)
                        : Path.of(now.root()).resolve(shown));
    }

    private static Lookup lookup(String shown, WorkTree.Past past) {
        byte[] content = past.content();
        if (content == null) {
            return new Lookup.Absent();
        }
        Lookup found = new Lookup.Found(new ConfigFile(shown, content));
        boolean isWeb = shown.toLowerCase(Locale.ROOT).endsWith(WebConfigWalk.WEB_CONFIG);
        return isWeb && Transform.isFoundIn(found) ? new Lookup.Unavailable(shown, Transform.REASON, false) : found;
    }

    private Lookup before(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            return before(found.file().path()).orElse(lookup);
        }
        return lookup instanceof Lookup.Unavailable missing
                ? gone(missing.path()).orElse(lookup)
                : lookup;
    }

    private Optional<Lookup> gone(String shown) {
        return changed.gone(Path.of(now.root()).resolve(shown)).map(past -> lookup(shown, past));
    }

    @Override
    public Lookup file(String folder, String name) {
        Lookup is = now.file(folder, name);
        return told(is, before(is, folder, name));
    }

    /**
     * What a file was.
     *
     * @param is what it is now
     * @return the same object where it is not known to be other
     */
    public Lookup before(Lookup is, String folder, String name) {
        return is instanceof Lookup.Absent
                ? now.shown(folder, name).flatMap(this::gone).orElse(is)
                : before(is);
    }

    private Lookup told(Lookup is, Lookup was) {
        hasToldOther |= is != was;
        return was;
    }

    /** Whether it has told of a file that is other now. */
    public boolean hasToldOther() {
        return hasToldOther;
    }

    @Override
    public boolean isCollected(String folder) {
        return now.isCollected(folder)
                || !goneBelow(folder).isEmpty()
                || now.shown(folder, WebConfigWalk.WEB_CONFIG)
                        .flatMap(this::gone)
                        .isPresent();
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        TreeSet<String> folders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        folders.addAll(now.foldersWithWebConfig(folder));
        folders.addAll(goneBelow(folder));
        return List.copyOf(folders);
    }

    /** The folders below a folder from which a web.config is gone. */
    private List<String> goneBelow(String folder) {
        if (!hasLost) {
            return List.of();
        }
        List<String> folders = new ArrayList<>();
        String end = "/" + WebConfigWalk.WEB_CONFIG;
        Optional<String> shown = now.shown(folder, "");
        for (String file : shown.map(path -> changed.before(Path.of(now.root()).resolve(path)))
                .orElse(List.of())) {
            if (file.toLowerCase(Locale.ROOT).endsWith(end)) {
                folders.add(file.substring(0, file.length() - end.length()));
            }
        }
        return folders;
    }

    @Override
    public Lookup applicationHost() {
        Lookup lookup = now.applicationHost();
        return now.host() == Host.ASSUMED ? lookup : told(lookup, before(lookup));
    }

    @Override
    public Lookup beside(String name) {
        Lookup is = now.beside(name);
        return told(is, before(is));
    }

    @Override
    public List<ConfigFile> schemas() {
        return now.schemas();
    }

    @Override
    public String name() {
        return now.name();
    }

    @Override
    public boolean isPart() {
        return now.isPart();
    }

    @Override
    public boolean isAsked(String file) {
        return now.isAsked(file);
    }

    @Override
    public String root() {
        return now.root();
    }

    @Override
    public Host host() {
        return now.host();
    }

    @Override
    public Optional<Deployment> deployment() {
        return now.deployment();
    }

    @Override
    public Computer computer() {
        return now.computer();
    }

    @Override
    public boolean isSingleFile() {
        return now.isSingleFile();
    }
}
