package io.github.iisaudit.source;

import java.util.List;
import java.util.Optional;

/** A server some answers of which are not those of the source that it is made of; the others are. */
public abstract class OtherSource implements ConfigSource {

    private final ConfigSource original;

    protected OtherSource(ConfigSource original) {
        this.original = original;
    }

    /** The source that it is made of. */
    protected final ConfigSource original() {
        return original;
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
        return original.applicationHost();
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
        return original.file(folder, name);
    }

    @Override
    public Optional<String> shown(String folder, String name) {
        return original.shown(folder, name);
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
    public List<String> transforms() {
        return original.transforms();
    }

    @Override
    public List<String> allTransforms() {
        return original.allTransforms();
    }

    @Override
    public List<String> appliedTransforms() {
        return original.appliedTransforms();
    }

    @Override
    public int readings() {
        return original.readings();
    }

    @Override
    public Parameters parameters() {
        return original.parameters();
    }

    @Override
    public List<String> developmentHosts() {
        return original.developmentHosts();
    }

    @Override
    public boolean isPart() {
        return original.isPart();
    }

    @Override
    public boolean isAsked(String file) {
        return original.isAsked(file);
    }

    @Override
    public Strays strays() {
        return original.strays();
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
    public void close() {
        original.close();
    }

    @Override
    public Optional<Deployment> deployment() {
        return original.deployment();
    }
}
