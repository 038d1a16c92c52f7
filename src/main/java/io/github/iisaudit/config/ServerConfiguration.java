package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.XmlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one server: its applicationHost.config and the web.config files below its sites. Reading never fails: what
 * cannot be read or parsed is an error at the paths that it breaks. Not thread-safe.
 */
public final class ServerConfiguration {

    /** What it takes to judge or show a path. */
    private static final long SCOPE = 500;

    /** What it takes to compare a binding. */
    private static final long BINDING = 20;

    private final ConfigSource source;
    private final Budget budget;
    private final Part part;
    private final Schema schema;
    private final HostFile hostFile;
    private final Layer host;
    private final SiteTree tree;
    private final LayerSource layers;
    private final Resolver resolver;
    private final SectionAnswers sections = new SectionAnswers();
    private final SiteAddresses addresses = new SiteAddresses();
    private final NodeFacts facts;
    private final RootFolders roots;
    private final ServerPaths paths;

    ServerConfiguration(ConfigSource source, XmlReader files, Budget budget, Part.@Nullable Choice choice) {
        this.source = source;
        this.budget = budget;
        this.schema = Schema.builtIn().with(source.schemas());
        XmlReader reader = files.hiding(schema.encrypted());
        this.hostFile = HostFile.read(source, reader, budget);
        HostFacts read = new HostFacts(schema, source.host(), reader, budget);
        this.host = hostFile.error() != null || hostFile.root() == null
                ? Layer.broken("", Objects.requireNonNull(hostFile.error()))
                : LayerReader.read(hostFile.root(), "", "", null, read);
        this.tree = SiteTree.read(hostFile.root(), host, read);
        this.roots = new RootFolders(tree);
        this.facts = new NodeFacts(tree);
        this.layers = new LayerSource(source, read, tree);
        SectionWriter writer = new SectionWriter(read, new SectionFiles(source, reader, budget));
        this.resolver = new Resolver(host, layers, read, writer);
        List<Level> levels = layers.levels();
        this.part = choice == null ? Part.WHOLE : choice.of(hostFile.text(), levels);
        this.paths = new ServerPaths(source, tree, layers, part);
        paths.find(part.read(levels), host);
    }

    /** Reads applicationHost.config and finds out which paths there are. */
    public static ServerConfiguration read(ConfigSource source) {
        return new ServerConfiguration(source, new XmlReader(), new Budget(), null);
    }

    /** What the server may cost, and has cost so far. */
    public Budget budget() {
        return budget;
    }

    /** What is visited of it. */
    public Part part() {
        return part;
    }

    /** The server's name. */
    public String name() {
        return source.name();
    }

    /** The server's computer; unknown where the files are those of no server. */
    public Computer computer() {
        return isReal() ? source.computer() : Computer.UNKNOWN;
    }

    /** Whether the files are a server's own, so that its pools, sites and accounts are there. */
    public boolean isReal() {
        return source.host() == Host.REAL;
    }

    /** The root that files are relative to, as it was typed. */
    public String root() {
        return source.root();
    }

    /** Visits every path, parents before children, siblings in order ignoring case. */
    public void forEachScope(Consumer<Scope> visitor) {
        for (String path : paths.all()) {
            visitor.accept(scope(path));
        }
    }

    /**
     * One path, ignoring case; empty where there is none such. A path without settings of its own below an existing site has what
     * it inherits.
     */
    public Optional<Scope> find(String written) {
        String path = ConfigPath.normal(written);
        if (!path.isEmpty() && tree.site(path).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(scope(paths.written(path)));
    }

    private Scope scope(String path) {
        budget.step(Use.PATHS, SCOPE);
        PathState state = resolver.resolve(path);
        budget.step(Use.ERRORS, state.troubled().size());
        tree.site(path)
                .ifPresent(site -> budget.step(
                        Use.BINDINGS, BINDING * site.state().child("bindings").size()));
        return new ScopeView(this, path, hostFile.unknown() == null ? state : state.unknown(hostFile.unknown()));
    }

    /** The paths in the order of their visit. */
    public Collection<String> paths() {
        return paths.all();
    }

    /**
     * The files that could be parsed, without the applicationHost.config of a server that a repository is only deployed to;
     * complete after all scopes were visited.
     */
    public List<WrittenFile> writtenFiles() {
        List<WrittenFile> files = new ArrayList<>();
        if (hostFile.root() != null && isHostJudged()) {
            files.add(new WrittenFile(hostFile.root().span().path(), hostFile.root(), List.of(""), source.host()));
        }
        files.addAll(layers.written());
        files.addAll(OtherFiles.read(source, hostFile.isRedirected()));
        return files;
    }

    /** The placeholders of which it is not known what they become; complete after all scopes were visited. */
    public List<OpenValues.OpenValue> openValues() {
        return OpenValues.of(writtenFiles(), schema);
    }

    /** Whether applicationHost.config is the server's own and all of it is audited. */
    private boolean isHostJudged() {
        return source.host() != Host.ASSUMED && source.deployment().isEmpty();
    }

    /** What was read and what was not; complete after all scopes were visited. */
    public Coverage coverage() {
        return new Coverage(source, hostFile, layers);
    }

    /** The names of the sites, in the order of applicationHost.config. */
    public List<String> sites() {
        List<String> names = new ArrayList<>();
        tree.sites().forEach(site -> names.add(site.path()));
        return names;
    }

    /** The place of what nobody wrote of a section: its declaration, or the root of applicationHost.config. */
    LocatedElement declaration(String section) {
        LocatedElement root = Objects.requireNonNull(hostFile.root());
        Declarations declarations = host.declarations();
        return declarations == null
                ? root
                : declarations
                        .find(section)
                        .map(Declarations.Declaration::element)
                        .orElse(root);
    }

    /** The root element of applicationHost.config; empty where it could not be read. */
    Optional<LocatedElement> hostRoot() {
        return Optional.ofNullable(hostFile.root());
    }

    HostFile hostFile() {
        return hostFile;
    }

    LayerSource layers() {
        return layers;
    }

    /** Whether what surrounds the files is the same, and nobody knows more of either. */
    boolean isLike(ServerConfiguration other) {
        return schema == other.schema
                && !facts.hasWitness()
                && !other.facts.hasWitness()
                && name().equals(other.name())
                && computer().equals(other.computer())
                && source.host() == other.source.host()
                && isSingleFile() == other.isSingleFile()
                && source.deployment().equals(other.source.deployment());
    }

    Resolver resolver() {
        return resolver;
    }

    boolean isSingleFile() {
        return source.isSingleFile();
    }

    SiteTree tree() {
        return tree;
    }

    RootFolders roots() {
        return roots;
    }

    Schema schema() {
        return schema;
    }

    /** The same beside somebody who knows more of its paths; for examples of rules, too. */
    public ServerConfiguration beside(@Nullable Witness more) {
        facts.beside(more);
        return this;
    }

    /** What its nodes are shown as. */
    NodeFacts facts() {
        return facts;
    }

    SectionAnswers sections() {
        return sections;
    }

    SiteAddresses addresses() {
        return addresses;
    }

    String host() {
        return source.host().name().toLowerCase(Locale.ROOT);
    }
}
