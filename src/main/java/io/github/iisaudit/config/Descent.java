package io.github.iisaudit.config;

import io.github.iisaudit.config.Declarations.Declaration;
import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.SectionState.Lock;
import io.github.iisaudit.config.SectionWriter.Write;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks down to a path and lays what the files say over each other, depth first, then file: at every prefix of the path first the
 * location tags of the files above for that very prefix, the uppermost file first, then the web.config of the prefix itself. So a
 * location tag for a deeper path beats the web.config of a path in between. Defaults come last, elsewhere.
 *
 * <p>A pool with enableConfigurationOverride="false" makes it unknown how web.config files count, all those on the way.
 *
 * <p>The states on the way are kept for the next path; paths are best asked in {@link ConfigPath#ORDER}. Not thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">Deep dive into IIS configuration</a>
 */
final class Descent {

    private static final String CLOSED = "the application pool has enableConfigurationOverride=\"false\": Microsoft's"
            + " reference says that web.config is then ignored, reports from servers differ";

    private static final String LOCK_DOUBT =
            "it is not documented whether a lock in a location tag with inheritInChildApplications=\"false\" reaches child"
                    + " applications";

    private final Schema schema;
    private final Layer host;
    private final SiteTree tree;
    private final LayerSource layers;
    private final SectionWriter writer;
    private final boolean isClosed;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A prefix on the way.
     *
     * @param files the files down to here, the uppermost first
     * @param own what holds at the prefix itself and below it in the same application
     * @param inherited what child applications inherit: without location tags with inheritInChildApplications="false"
     */
    private record Step(String path, List<Layer> files, PathState own, PathState inherited) {}

    /** The way to paths that are not served by a pool with enableConfigurationOverride="false". */
    Descent(Schema schema, Layer host, LayerSource layers, SectionWriter writer) {
        this.schema = schema;
        this.host = host;
        this.tree = layers.tree();
        this.layers = layers;
        this.writer = writer;
        this.isClosed = false;
        steps.add(server());
    }

    private Descent(Descent open) {
        this.schema = open.schema;
        this.host = open.host;
        this.tree = open.tree;
        this.layers = open.layers;
        this.writer = open.writer;
        this.isClosed = true;
        steps.add(open.steps.get(0));
    }

    /** The way to paths that are; both begin at the server. */
    Descent closed() {
        return new Descent(this);
    }

    /** What the files say at a path. */
    PathState resolve(String path) {
        return step(path).own;
    }

    /** The files that take part at a path, the uppermost first. */
    List<Layer> files(String path) {
        return step(path).files;
    }

    private Step step(String path) {
        while (!ConfigPath.isAtOrBelow(path, last().path)) {
            steps.remove(steps.size() - 1);
        }
        int depth = ConfigPath.depth(path);
        while (steps.size() <= depth) {
            String below = ConfigPath.below(path, last().path);
            steps.add(descend(last(), ConfigPath.join(last().path, ConfigPath.site(below))));
        }
        return last();
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    private Step server() {
        PathState own = initial();
        PathState inherited = own;
        for (Block block : host.at("")) {
            PathState before = own;
            own = apply(own, host, block);
            inherited = block.reachesChildApplications()
                    ? applyLike(before, own, inherited, host, block)
                    : apply(inherited, host, doubtful(block));
        }
        return new Step("", List.of(host), own, inherited);
    }

    private static Block doubtful(Block block) {
        return block.doubting(
                "it is not documented what inheritInChildApplications=\"false\" means for the whole server");
    }

    /** Declared sections with their default lock; sections of .NET, which no file here declares, are open. */
    private PathState initial() {
        Map<String, SectionState> sections = new HashMap<>();
        Declarations declarations = host.declarations();
        if (declarations == null) {
            return PathState.declared(sections, host.error());
        }
        for (String path : declarations.paths()) {
            sections.put(path, declared(declarations.find(path).orElseThrow()));
        }
        for (String path : schema.paths()) {
            if (path.startsWith("system.web/")) {
                sections.put(path, SectionState.declared(Lock.OPEN));
            }
        }
        return PathState.declared(sections, host.error());
    }

    private SectionState declared(Declaration declaration) {
        LocatedElement element = declaration.element();
        Lock lock = new Lock(
                declaration.isLocked(),
                declaration.depth(),
                Objects.requireNonNullElse(SectionWriter.attribute(element, "overrideModeDefault"), element.nameSpan()),
                host.isAssumed() && declaration.depth() == 0,
                declaration.modeDoubt());
        return SectionState.declared(lock);
    }

    /** The lower path starts from what its parent has, or, at the root of an application, from what child applications inherit. */
    private Step descend(Step parent, String path) {
        boolean isApplication = tree.isApplicationRoot(path);
        PathState start = isApplication ? parent.inherited : parent.own;
        Optional<Layer> file = layers.layer(path, declarations(parent.files));
        List<Layer> files = new ArrayList<>(parent.files);
        file.ifPresent(files::add);
        PathState own = start;
        PathState inherited = isApplication ? start : parent.inherited;
        for (Layer layer : files) {
            if (layer.error() != null && layer.level().equals(path)) {
                own = broken(own, layer.error());
                inherited = broken(inherited, layer.error());
            }
            for (Block block : layer.at(path)) {
                PathState before = own;
                own = apply(own, layer, block);
                inherited = block.reachesChildApplications()
                        ? applyLike(before, own, inherited, layer, block)
                        : doubtLocks(inherited, layer, block);
            }
        }
        Optional<Missing> missing = layers.missing(path);
        if (missing.isPresent()) {
            own = own.below(new UncollectedFile(missing.get(), own, host.declarations(), isApplication));
            inherited = inherited.below(
                    new UncollectedFile(missing.get(), inherited, host.declarations(), isApplication));
        }
        return new Step(path, files, own, inherited);
    }

    /** Its values end at child applications; whether its lock does is not documented, so files below cannot be judged. */
    private static PathState doubtLocks(PathState state, Layer layer, Block block) {
        Map<String, SectionState> changed = new HashMap<>();
        if (block.mode() != OverrideMode.INHERIT) {
            for (String section : block.sections().keySet()) {
                SectionState before = state.section(section);
                if (before != null) {
                    Lock lock = before.lock();
                    changed.put(
                            section,
                            before.with(new Lock(
                                    lock.isLocked(), layer.depth(), lock.span(), lock.isAssumed(), LOCK_DOUBT)));
                }
            }
        }
        return state.with(changed);
    }

    private PathState broken(PathState state, ConfigError error) {
        return isClosed ? state.unknown(CLOSED) : state.failing(error);
    }

    private static Declarations declarations(List<Layer> files) {
        for (int i = files.size() - 1; i >= 0; i--) {
            Declarations declarations = files.get(i).declarations();
            if (declarations != null) {
                return declarations;
            }
        }
        return Declarations.none();
    }

    private PathState apply(PathState state, Layer layer, Block block) {
        Map<String, SectionState> changed = SmallMap.of(block.sections().size());
        block.sections()
                .forEach((section, element) ->
                        changed.put(section, after(state.section(section), layer, block, section, element)));
        return state.with(changed);
    }

    /**
     * The same for what child applications inherit: sections that are there as at the path itself, which nearly all are, become
     * what they became there.
     */
    private PathState applyLike(PathState own, PathState ownAfter, PathState inherited, Layer layer, Block block) {
        if (inherited == own) {
            return ownAfter;
        }
        Map<String, SectionState> changed = SmallMap.of(block.sections().size());
        block.sections().forEach((section, element) -> {
            SectionState before = inherited.section(section);
            SectionState done = ownAfter.section(section);
            boolean isSame = done != null && before == own.section(section);
            changed.put(section, isSame ? done : after(before, layer, block, section, element));
        });
        return inherited.with(changed);
    }

    private SectionState after(
            @Nullable SectionState state, Layer layer, Block block, String section, LocatedElement element) {
        SectionState before = state == null ? declaredBelow(layer, section) : state;
        return after(before, new Write(layer, block, section, element, tree.isApplicationRoot(layer.level())));
    }

    private SectionState after(SectionState before, Write write) {
        if (before.isSettled()) {
            return before;
        }
        String doubt = write.block().pathDoubt();
        if (doubt != null) {
            return before.refused(Refusal.unknown(doubt).at(write.element()));
        }
        if (isClosed && !write.layer().isHost()) {
            return before.refused(Refusal.unknown(CLOSED).at(write.element()));
        }
        return writer.write(before, write);
    }

    /** A section that a web.config declares itself. */
    private SectionState declaredBelow(Layer layer, String section) {
        Declarations declarations = Objects.requireNonNull(layer.declarations());
        return declarations.find(section).map(this::declared).orElseGet(() -> SectionState.declared(Lock.OPEN));
    }
}
