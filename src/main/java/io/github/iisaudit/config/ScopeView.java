package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.source.Computer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** One visit to one path of a {@link ServerConfiguration}. */
final class ScopeView implements Scope {

    /** The section of redirection.config, which no other file has. */
    private static final String REDIRECTION = "configurationRedirection";

    private final ServerConfiguration server;
    private final String path;
    private final PathState state;
    private @Nullable Element document;
    private @Nullable Facts facts;

    ScopeView(ServerConfiguration server, String path, PathState state) {
        this.server = server;
        this.path = path;
        this.state = state;
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
        return name.indexOf('.') > 0
                && server.resolver().files(path).stream()
                        .noneMatch(f -> f.level().equalsIgnoreCase(path));
    }

    @Override
    public String rootOf() {
        boolean isBelow = kind() == Kind.DIRECTORY || kind() == Kind.FILE;
        String folder = isBelow ? ConfigPath.normal(server.tree().folder(path)) : "";
        for (Node directory : folder.isEmpty() ? List.<Node>of() : server.tree().directories()) {
            String root = ConfigPath.normal(directory.value("physicalPath").replace('\\', '/'));
            boolean isOther = server.tree().isApplicationRoot(directory.path())
                    && !ConfigPath.isAtOrBelow(path, directory.path());
            if (isOther && !root.isEmpty() && ConfigPath.isAtOrBelow(folder, root)) {
                return directory.path();
            }
        }
        return "";
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
        Optional<Node> pool = server.tree().application(path).flatMap(server.tree()::pool);
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
    public Optional<TicketAccount> ticketAccount() {
        return TicketAccount.of(state, server, path);
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
            if (isShown(name) && wanted.test(name)) {
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
        return SectionView.of(at(schema, section));
    }

    private SectionAt at(ElementSchema schema, SectionState section) {
        String name = schema.name();
        return new SectionAt(schema, section, state.missing(name), server.declaration(name));
    }

    private static ConfigError undeclared(String section) {
        String message = "nothing declares the section " + section + " on this server";
        return new ConfigError(ErrorKind.UNDECLARED, message, null, null, null);
    }

    private boolean isShown(String section) {
        return !section.equals(REDIRECTION) && (path.isEmpty() || !section.startsWith(Block.SERVER_ONLY));
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
        addSections(scope, sections);
        return scope;
    }

    @Override
    public Content content() {
        return new Content(server, state, facts(), path.isEmpty());
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = Facts.of(this, server);
            facts = known;
        }
        return known;
    }

    @Override
    public boolean hasErrors() {
        return state.isBroken() || !state.troubled().isEmpty();
    }

    private void addSections(EffectiveElement scope, Set<String> wanted) {
        for (String name : server.schema().paths()) {
            boolean isWanted = state.isBroken()
                    || wanted.contains(name)
                    || state.troubled().contains(name);
            if (isWanted && isShown(name)) {
                addSection(scope, name);
            }
        }
        if (!state.isBroken()) {
            addErrorsOfOtherSections(scope);
        }
    }

    private void addSection(EffectiveElement scope, String name) {
        SectionState section = state.section(name);
        if (state.unknown() != null) {
            addUnknown(scope, name, state.unknown());
        } else if (state.error() != null) {
            EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, state.error(), false));
        } else if (section != null) {
            ElementSchema schema = Objects.requireNonNull(server.schema().section(name));
            EffectiveDocument.add(scope, name, EffectiveDocument.section(at(schema, section)));
        }
    }

    private void addUnknown(EffectiveElement scope, String section, String reason) {
        if (server.hostRoot().isPresent()) {
            EffectiveElement unknown = EffectiveDocument.unknown(section, reason, server.declaration(section));
            EffectiveDocument.add(scope, section, unknown);
        }
    }

    /** Sections that the schema does not know can be locked too. */
    private void addErrorsOfOtherSections(EffectiveElement scope) {
        for (String name : state.troubled()) {
            SectionState section = Objects.requireNonNull(state.section(name));
            if (server.schema().section(name) == null) {
                if (section.error() != null) {
                    EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, section.error(), false));
                } else if (section.assumed() != null) {
                    EffectiveDocument.add(scope, name, EffectiveDocument.failing(name, section.assumed(), true));
                }
            }
        }
    }
}
