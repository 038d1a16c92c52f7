package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server whose files lie in an archive: they go by the name of the archive, {@code !/} and the name of the entry. */
final class ArchivedSource extends OtherSource {

    private final String root;
    private final String prefix;
    private final Parameters parameters;
    private final List<Lookup.Unavailable> troubles;

    /**
     * @param root the folder of the archive as it was typed
     * @param prefix what comes before the paths of files
     * @param troubles what could not be read of the archive, by such paths
     */
    ArchivedSource(
            ConfigSource original,
            String root,
            String prefix,
            Parameters parameters,
            List<Lookup.Unavailable> troubles) {
        super(original);
        this.root = root;
        this.prefix = prefix;
        this.parameters = parameters;
        this.troubles = troubles;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Parameters parameters() {
        return parameters;
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
        List<Lookup.Unavailable> all = new ArrayList<>(troubles);
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
}
