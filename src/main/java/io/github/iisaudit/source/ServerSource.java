package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server, put together from its applicationHost.config and its content. */
final class ServerSource implements ConfigSource {

    private final String name;
    private final String root;
    private final HostFiles hostFiles;
    private final Content content;
    private final Optional<Deployment> deployment;
    private boolean isSingleFile;
    private Supplier<List<String>> developmentHosts = List::of;
    private Supplier<Strays> strays = () -> Strays.NONE;
    private @Nullable Predicate<String> asked;
    private Computer computer = Computer.UNKNOWN;
    private Optional<String> searched = Optional.empty();

    ServerSource(String name, String root, HostFiles hostFiles, Content content, Optional<Deployment> deployment) {
        this.name = name;
        this.root = root;
        this.hostFiles = hostFiles;
        this.content = content;
        this.deployment = deployment;
    }

    /** The same, known to be made of one file that was given by itself. */
    ServerSource ofSingleFile() {
        isSingleFile = true;
        return this;
    }

    /** The same with configuration of IIS Express among its files. */
    ServerSource besideHosts(Supplier<List<String>> hosts) {
        developmentHosts = hosts;
        return this;
    }

    /** The same of which only some files, as they are shown, are asked about; null for all. */
    ServerSource asking(@Nullable Predicate<String> files) {
        asked = files;
        return this;
    }

    /** The same with files that may belong to no application. */
    ServerSource beside(Supplier<Strays> others) {
        strays = others;
        return this;
    }

    /** The same, whose files all lie below a folder. */
    ServerSource below(String folder) {
        searched = Optional.of(folder);
        return this;
    }

    /** The same, known to be the files of a computer. */
    ServerSource of(Computer known) {
        computer = known;
        return this;
    }

    @Override
    public List<String> allTransforms() {
        searched.ifPresent(content::foldersWithWebConfig);
        return content.transforms();
    }

    @Override
    public List<String> developmentHosts() {
        return developmentHosts.get();
    }

    @Override
    public boolean isPart() {
        return asked != null;
    }

    @Override
    public boolean isAsked(String file) {
        return asked == null || asked.test(file);
    }

    @Override
    public Strays strays() {
        return strays.get().with(content.others());
    }

    @Override
    public Computer computer() {
        return computer;
    }

    @Override
    public boolean isSingleFile() {
        return isSingleFile;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Host host() {
        return hostFiles.host();
    }

    @Override
    public Lookup applicationHost() {
        return hostFiles.applicationHost();
    }

    @Override
    public Lookup beside(String file) {
        return hostFiles.beside(file);
    }

    @Override
    public List<ConfigFile> schemas() {
        return hostFiles.schemas();
    }

    @Override
    public Lookup file(String folder, String file) {
        return content.file(folder, file);
    }

    @Override
    public Optional<String> shown(String folder, String file) {
        return content.shown(folder, file);
    }

    @Override
    public boolean isCollected(String folder) {
        return content.isCollected(folder);
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        return content.foldersWithWebConfig(folder);
    }

    @Override
    public List<Lookup.Unavailable> unreadable() {
        List<Lookup.Unavailable> all = new ArrayList<>(hostFiles.unreadable());
        all.addAll(content.unreadable());
        return all;
    }

    @Override
    public List<String> transforms() {
        return content.transforms();
    }

    @Override
    public void close() {
        content.forget();
    }

    @Override
    public Optional<Deployment> deployment() {
        return deployment;
    }
}
