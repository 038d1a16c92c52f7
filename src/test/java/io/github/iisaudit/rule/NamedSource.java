package io.github.iisaudit.rule;

import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of any name, in texts. Folders on the drive C were collected, no others. */
final class NamedSource implements ConfigSource {

    private final String name;
    private final Host host;
    private final ExampleSource files;

    NamedSource(String name, Host host, Map<String, String> files) {
        this.name = name;
        this.host = host;
        this.files = new ExampleSource(files);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Computer computer() {
        return new Computer(name() + "$");
    }

    @Override
    public String root() {
        return "farm";
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Lookup applicationHost() {
        return files.applicationHost();
    }

    @Override
    public Lookup beside(String file) {
        return files.beside(file);
    }

    @Override
    public List<ConfigFile> schemas() {
        return files.schemas();
    }

    @Override
    public Lookup file(String folder, String file) {
        return files.file(folder, file);
    }

    @Override
    public boolean isCollected(String folder) {
        return files.isCollected(folder);
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        return files.foldersWithWebConfig(folder);
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.empty();
    }
}
