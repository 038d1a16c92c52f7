package io.github.iisaudit.source;

import io.github.iisaudit.source.SourceOptions.Kind;
import io.github.iisaudit.source.StockHost.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One file that was given by itself, as a path or on standard input; no folders were collected. */
final class GivenFile {

    private final Typed typed;
    /** In words that follow its name. */
    private static final String OF_MANAGER =
            "is administration.config, which is for IIS Manager and which no request meets: give applicationHost.config or"
                    + " web.config";

    private final Supplier<Lookup> content;
    private final boolean onDisk;
    private final SourceOptions options;

    private GivenFile(Typed typed, Supplier<Lookup> content, boolean onDisk, SourceOptions options) {
        this.typed = typed;
        this.content = content;
        this.onDisk = onDisk;
        this.options = options;
    }

    /** A file on disk. What a pipe holds can be read but once. */
    static GivenFile at(Typed typed, SourceOptions options) throws SourceException {
        String name = typed.name();
        if (NamedFile.isFile(typed.path())) {
            return new GivenFile(typed, () -> FileBytes.read(typed.path(), name), true, options);
        }
        try (InputStream pipe = NamedFile.open(typed.path())) {
            Lookup read = FileBytes.read(pipe, name);
            return new GivenFile(typed, () -> read, false, options);
        } catch (IOException e) {
            throw new SourceException("cannot open " + typed.text() + ": " + NamedFile.reason(e));
        }
    }

    /** What standard input holds; it is read to its end, and not closed. */
    static GivenFile standardInput(SourceOptions options) throws SourceException {
        Typed typed = Typed.of(options.standardInputName());
        Lookup read = FileBytes.read(options.standardInput().get(), typed.name());
        return new GivenFile(typed, () -> read, false, options);
    }

    boolean isApplicationHost() {
        if (options.kind() != Kind.AUTO) {
            return options.kind() == Kind.APPLICATION_HOST;
        }
        return typed.name().equalsIgnoreCase(HostFolder.APPLICATION_HOST)
                || content.get() instanceof Lookup.Found found
                        && new ConfigText(found.file().bytes()).isApplicationHost();
    }

    /** Why it is no configuration that IIS ever reads; empty where it may be. */
    Optional<Refusal> refusal() {
        if (isTransform()) {
            return Optional.of(new Refusal(Transform.REASON + ": give the file that it is applied to", false));
        }
        if (!(content.get() instanceof Lookup.Found found)) {
            return Optional.empty();
        }
        ConfigText text = new ConfigText(found.file().bytes());
        if (text.hasTemplateTags()) {
            return Optional.of(new Refusal(
                    "is a template (ERB, ASP or the like), which IIS never sees: render it first, and give what comes"
                            + " of it",
                    false));
        }
        return options.kind() == Kind.AUTO
                ? otherKind(found.file().bytes(), text).map(reason -> new Refusal(reason, true))
                : Optional.empty();
    }

    /**
     * Why a file is not audited.
     *
     * @param reason in words that follow its name
     * @param isForeign whether it is a file of another kind, and no configuration in whatever hands
     */
    record Refusal(String reason, boolean isForeign) {}

    /** Of XML that is called as IIS wants it, IIS says itself what is wrong. */
    private Optional<String> otherKind(byte[] bytes, ConfigText text) {
        boolean isWebConfig = typed.name().equalsIgnoreCase(WebConfigWalk.WEB_CONFIG);
        if (isWebConfig || isApplicationHost()) {
            return text.beginsAsXml() ? Optional.empty() : ForeignFile.of(bytes).map(ForeignFile::sentence);
        }
        return ForeignFile.of(typed.name(), bytes)
                .map(ForeignFile::sentence)
                .or(() -> text.root().filter(GivenFile::isOther).map(GivenFile::noConfiguration))
                .or(() -> text.isOfManager() ? Optional.of(OF_MANAGER) : Optional.empty());
    }

    private static boolean isOther(String root) {
        return !root.equalsIgnoreCase("configuration");
    }

    private static String noConfiguration(String root) {
        return ForeignFile.ofRoot(root)
                .map(ForeignFile::sentence)
                .orElse("is no IIS configuration (root element " + root + "): if another file takes it in, give that"
                        + " one");
    }

    /** Whether it is called as IIS wants it, and nobody says that it is anything else. */
    boolean isPlainWebConfig() {
        return options.kind() == Kind.AUTO
                && onDisk
                && typed.name().equalsIgnoreCase(WebConfigWalk.WEB_CONFIG)
                && refusal().isEmpty();
    }

    /** Whether it is a transform. What it is called counts only where nobody said what it is. */
    private boolean isTransform() {
        Lookup read = content.get();
        return options.kind() == Kind.AUTO ? Transform.is(typed.name(), read) : Transform.isFoundIn(read);
    }

    /** The file as the applicationHost.config of a server. */
    Draft server() {
        Content nothing = Folders.uncollected("", variables());
        return new Draft(
                names(),
                name -> new ServerSource(name, typed.folder(), hostFiles(), nothing, Optional.empty())
                        .of(named(name))
                        .beside(this::around)
                        .ofSingleFile());
    }

    /** What somebody may take for content: it lies beside the file, or in a folder beside it. */
    private Strays around() {
        return onDisk ? Strays.below(folder(), 1, Set.of(), new Disk()).ofConfiguration() : Strays.NONE;
    }

    /** The file as the web.config of the only site of a stock server. */
    Draft site() {
        Site site = new Site(Site.nameFrom(names().get(0)), "R:\\");
        HostFiles host = HostText.assumed(StockHost.with(List.of(site)));
        return new Draft(
                names(),
                name -> new ServerSource(name, typed.folder(), host, siteContent("R"), Optional.empty())
                        .ofSingleFile());
    }

    /** The file as the web.config of a site of a real server. */
    Draft deployed(DeploymentTarget target) {
        List<String> names = Stream.concat(Stream.of(target.file().folderName()), names().stream())
                .toList();
        return new Draft(
                names,
                name -> new ServerSource(
                                name,
                                typed.folder(),
                                target.hostFiles(),
                                siteContent(target.letter()),
                                Optional.of(target.deployment()))
                        .of(named(name)));
    }

    /** Its folder may be called anything. */
    private Computer named(String server) {
        return options.computers().of(server, Computer.UNKNOWN);
    }

    private HostFiles hostFiles() {
        if (!onDisk) {
            Lookup read = content.get();
            return HostText.read(read, HostFolder.hostOf(typed.path(), read));
        }
        Disk disk = new Disk(Boundary.ofWorkTree(folder()));
        return new HostFolder(disk, typed.path(), file -> Drives.slashes(folder().relativize(file)), false);
    }

    private Content siteContent(String letter) {
        return new OneFile(letter, content, onDisk ? Optional.of(folder()) : Optional.empty(), variables());
    }

    private Path folder() {
        Path folder = typed.path().getParent();
        return folder == null ? Path.of("") : folder;
    }

    private Variables variables() {
        return new Variables("C", options.variables());
    }

    /** After its folder, if it is known to lie in one. */
    private List<String> names() {
        boolean hasFolder = onDisk || typed.text().contains("/");
        List<String> names = new ArrayList<>(List.of(hasFolder ? typed.folderName() : "", typed.name(), typed.text()));
        names.removeIf(String::isEmpty);
        return names;
    }
}
