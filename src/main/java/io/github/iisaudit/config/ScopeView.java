package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.source.Computer;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** One visit to one path of a {@link ServerConfiguration}. */
final class ScopeView implements Scope {

    private final ServerConfiguration server;
    private final String path;
    private final PathState state;
    private final SectionElements elements;
    private @Nullable Element document;
    private @Nullable Facts facts;

    /** Null until somebody asks. */
    private @Nullable Optional<Product> owner;

    ScopeView(ServerConfiguration server, String path, PathState state) {
        this.server = server;
        this.path = path;
        this.state = state;
        this.elements = new SectionElements(server, path, state);
    }

    @Override
    public void step(Budget.Use use, long steps) {
        server.budget().step(use, steps);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Kind kind() {
        SiteTree tree = server.tree();
        if (path.isEmpty()) {
            return Kind.SERVER;
        }
        if (path.indexOf('/') < 0) {
            return Kind.SITE;
        }
        if (tree.isApplicationRoot(path)) {
            return Kind.APPLICATION;
        }
        if (tree.isDirectoryRoot(path)) {
            return Kind.VIRTUAL_DIRECTORY;
        }
        return isFile() ? Kind.FILE : Kind.DIRECTORY;
    }

    /** Whether a path without a folder of its own looks like a file's. */
    private boolean isFile() {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0 && !hasOwnFile();
    }

    private boolean hasOwnFile() {
        for (Layer file : server.resolver().files(path)) {
            if (file.level().equalsIgnoreCase(path)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String rootOf() {
        boolean isBelow = kind() == Kind.DIRECTORY || kind() == Kind.FILE;
        String folder = isBelow ? ConfigPath.normal(server.tree().folder(path)) : "";
        return folder.isEmpty() ? "" : server.roots().around(folder, path);
    }

    @Override
    public String applicationPool() {
        return server.tree()
                .application(path)
                .map(app -> app.value("applicationPool"))
                .orElse("");
    }

    @Override
    public String description() {
        List<String> parts = new ArrayList<>();
        parts.add(kind().id());
        Optional<Node> pool = definedPool();
        if (pool.isPresent()) {
            parts.add("pool " + pool.get().path() + " ("
                    + ApplicationPool.of(pool.get()).identity() + ")");
        } else if (!applicationPool().isEmpty()) {
            parts.add("pool " + applicationPool() + " (not defined)");
        }
        server.tree()
                .site(path)
                .ifPresent(site -> parts.addAll(server.addresses().of(site)));
        return String.join(", ", parts);
    }

    @Override
    public Computer computer() {
        return server.computer();
    }

    @Override
    public Optional<ApplicationPool> pool() {
        return server.isReal() ? definedPool().map(ApplicationPool::of) : Optional.empty();
    }

    @Override
    public @Nullable Product owner() {
        Optional<Product> known = owner;
        if (known == null) {
            known = Optional.ofNullable(Scope.super.owner());
            owner = known;
        }
        return known.orElse(null);
    }

    private Optional<Node> definedPool() {
        return server.tree().application(path).flatMap(server.tree()::pool);
    }

    @Override
    public Optional<SectionValues> values(String name) {
        SectionState section = state.section(name);
        ElementSchema schema = server.schema().section(name);
        if (section == null || schema == null || section.isSettled() || state.isBroken()) {
            return Optional.empty();
        }
        return Optional.of(new StateValues(section.values(), schema));
    }

    @Override
    public List<EffectiveSection.Missing> missing(String section) {
        return state.missing(section);
    }

    @Override
    public boolean isSaidBelowHost(String section, String attribute) {
        if (!values(section).map(values -> values.isWritten(attribute)).orElse(false)) {
            return false;
        }
        for (Layer file : server.resolver().files(path)) {
            for (Block block : file.isHost() ? List.<Block>of() : file.at(path)) {
                LocatedElement written = block.sections().get(section);
                if (written != null
                        && (written.attribute(attribute) != null || isBrought(written, section, attribute))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the file that configSource names says it, which is said at this path too. */
    private boolean isBrought(LocatedElement element, String section, String attribute) {
        String source = element.attributeValue("configSource", "").replace('\\', '/');
        SectionState here = state.section(section);
        Origin.Written said = here == null ? null : here.values().attributes().get(attribute);
        return !source.isEmpty() && said != null && said.span().path().endsWith(source);
    }

    @Override
    public Set<String> sectionNames() {
        return server.schema().paths();
    }

    @Override
    public List<EffectiveSection> sections() {
        return sections(name -> true);
    }

    @Override
    public List<EffectiveSection> sections(Predicate<String> wanted) {
        List<EffectiveSection> sections = new ArrayList<>();
        for (String name : server.schema().paths()) {
            if (elements.isShown(name) && wanted.test(name)) {
                sections.add(section(name));
            }
        }
        return sections;
    }

    @Override
    public EffectiveSection section(String name) {
        SectionState section = state.section(name);
        ElementSchema schema = server.schema().section(name);
        if (state.unknown() != null) {
            return SectionView.unknown(name, state.unknown());
        }
        if (state.error() != null) {
            return SectionView.failing(name, state.error());
        }
        if (section == null || schema == null) {
            return SectionView.failing(name, undeclared(name));
        }
        return SectionView.of(elements.at(schema, section));
    }

    private static ConfigError undeclared(String section) {
        String message = "nothing declares the section " + section + " on this server";
        return new ConfigError(ErrorKind.UNDECLARED, message, null, null, null);
    }

    @Override
    public Element document() {
        if (document == null) {
            document = document(server.schema().paths());
        }
        return document;
    }

    @Override
    public Element document(Set<String> sections) {
        if (document != null) {
            return document;
        }
        EffectiveElement scope = facts().root();
        DocumentHelper.createDocument(scope);
        elements.addTo(scope, sections);
        return scope;
    }

    @Override
    public Content content() {
        return new Content(server, state, facts(), path.isEmpty());
    }

    @Override
    public @Nullable Element testimony() {
        Fact told = server.facts().hasWitness() ? facts().element("kerberos") : null;
        return told == null ? null : told.element();
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = Facts.of(this, server, state);
            facts = known;
        }
        return known;
    }

    @Override
    public boolean hasErrors() {
        return state.isBroken() || !state.troubled().isEmpty();
    }
}
