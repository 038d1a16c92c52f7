package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server whose files lie in an archive: they go by the name of the archive, {@code !/} and the name of the entry. */
final class ArchivedSource extends OtherSource {

    private final Archive archive;
    private final String prefix;

    /**
     * Where the files of a server lie.
     *
     * @param root the folder of the archive as it was typed
     * @param prefix what comes before the paths of files
     * @param parameters those that the archive declares, if it is a package
     * @param troubles what could not be read of it, by such paths
     * @param release gives back what is held of it
     */
    record Archive(
            String root, String prefix, Parameters parameters, List<Lookup.Unavailable> troubles, Runnable release) {}

    ArchivedSource(ConfigSource original, Archive archive) {
        super(original);
        this.archive = archive;
        this.prefix = archive.prefix();
    }

    @Override
    public String root() {
        return archive.root();
    }

    @Override
    public Parameters parameters() {
        return archive.parameters();
    }

    private Lookup shown(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            return new Lookup.Found(shown(found.file()));
        }
        return lookup instanceof Lookup.Unavailable missing ? shown(missing) : lookup;
    }

    private ConfigFile shown(ConfigFile file) {
        return new ConfigFile(prefix + file.path(), file.bytes(), file.changes());
    }

    private Lookup.Unavailable shown(Lookup.Unavailable missing) {
        return new Lookup.Unavailable(prefix + missing.path(), missing.reason(), missing.unreadable());
    }

    @Override
    public Lookup applicationHost() {
        return host() == Host.ASSUMED
                ? original().applicationHost()
                : shown(original().applicationHost());
    }

    @Override
    public Lookup beside(String name) {
        return shown(original().beside(name));
    }

    @Override
    public List<ConfigFile> schemas() {
        return original().schemas().stream().map(this::shown).toList();
    }

    @Override
    public Lookup file(String folder, String name) {
        return shown(original().file(folder, name));
    }

    @Override
    public Optional<String> shown(String folder, String name) {
        return original().shown(folder, name).map(path -> prefix + path);
    }

    @Override
    public List<Lookup.Unavailable> unreadable() {
        List<Lookup.Unavailable> all = new ArrayList<>(archive.troubles());
        original().unreadable().forEach(missing -> all.add(shown(missing)));
        return all;
    }

    @Override
    public List<String> allTransforms() {
        return original().allTransforms().stream().map(path -> prefix + path).toList();
    }

    @Override
    public List<String> transforms() {
        return original().transforms().stream().map(path -> prefix + path).toList();
    }

    @Override
    public void close() {
        super.close();
        archive.release().run();
    }
}
