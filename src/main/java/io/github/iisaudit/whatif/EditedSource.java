package io.github.iisaudit.whatif;

import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import java.util.List;
import java.util.Optional;

/** A server of which one file, its applicationHost.config, has other content than was collected; all else is as it was. */
final class EditedSource implements ConfigSource {

    private final ConfigSource original;
    private final ConfigFile edited;

    EditedSource(ConfigSource original, ConfigFile edited) {
        this.original = original;
        this.edited = edited;
    }

    /** What is looked up, edited if it is that file: redirection.config may have applicationHost.config in any folder. */
    private Lookup edited(Lookup lookup) {
        return lookup instanceof Lookup.Found found && found.file().path().equals(edited.path())
                ? new Lookup.Found(edited)
                : lookup;
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public String root() {
        return original.root();
    }

    @Override
    public Host host() {
        return original.host();
    }

    @Override
    public Lookup applicationHost() {
        return edited(original.applicationHost());
    }

    @Override
    public Lookup beside(String name) {
        return original.beside(name);
    }

    @Override
    public List<ConfigFile> schemas() {
        return original.schemas();
    }

    @Override
    public Lookup file(String folder, String name) {
        return edited(original.file(folder, name));
    }

    @Override
    public boolean isCollected(String folder) {
        return original.isCollected(folder);
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        return original.foldersWithWebConfig(folder);
    }

    @Override
    public List<Lookup.Unavailable> unreadable() {
        return original.unreadable();
    }

    @Override
    public Computer computer() {
        return original.computer();
    }

    @Override
    public boolean isSingleFile() {
        return original.isSingleFile();
    }

    @Override
    public List<String> developmentHosts() {
        return original.developmentHosts();
    }

    @Override
    public List<String> transforms() {
        return original.transforms();
    }

    @Override
    public Optional<Deployment> deployment() {
        return original.deployment();
    }
}
