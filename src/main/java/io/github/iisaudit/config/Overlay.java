package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.config.SectionState.Lock;
import io.github.iisaudit.xml.LocatedElement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays what the files say for one path over what holds above it: the location tags of the uppermost file first, the web.config of
 * the path itself last. Not thread-safe.
 */
final class Overlay {

    private static final String CLOSED = "the application pool has enableConfigurationOverride=\"false\": Microsoft's"
            + " reference says that web.config is then ignored, reports from servers differ";

    private static final String LOCK_DOUBT =
            "it is not documented whether a lock in a location tag with inheritInChildApplications=\"false\" reaches child"
                    + " applications";

    private static final String SERVER_DOUBT =
            "it is not documented what inheritInChildApplications=\"false\" means for the whole server";

    private final SiteTree tree;
    private final DeclaredSections declared;
    private final SectionWriter writer;
    private final boolean isClosed;

    /** @param isClosed whether a pool with enableConfigurationOverride="false" makes it unknown how web.config files count */
    Overlay(SiteTree tree, DeclaredSections declared, SectionWriter writer, boolean isClosed) {
        this.tree = tree;
        this.declared = declared;
        this.writer = writer;
        this.isClosed = isClosed;
    }

    /** What holds at the server level, without the sections of the whole server. */
    PathStates server(Layer host, List<Block> blocks) {
        PathState own = declared.at(host);
        PathState inherited = own;
        for (Block block : blocks) {
            PathState before = own;
            own = apply(own, host, block);
            inherited = block.reachesChildApplications()
                    ? applyLike(before, own, inherited, host, block)
                    : apply(inherited, host, block.doubting(SERVER_DOUBT));
        }
        return new PathStates(own, inherited);
    }

    /** The same with them. */
    PathState whole(PathStates server, Layer host, List<Block> blocks) {
        PathState whole = server.own();
        for (Block block : blocks) {
            whole = apply(whole, host, block);
        }
        return whole;
    }

    /**
     * What holds at a path.
     *
     * @param above what it starts from
     * @param files those on the way to the path, the uppermost first
     */
    PathStates lay(PathStates above, List<Layer> files, String path) {
        PathState own = above.own();
        PathState inherited = above.inherited();
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
        return new PathStates(own, inherited);
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

    private PathState apply(PathState state, Layer layer, Block block) {
        Map<String, SectionState> changed = new LinkedHashMap<>();
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
        Map<String, SectionState> changed = new LinkedHashMap<>();
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
        boolean isApplicationRoot = tree.isApplicationRoot(layer.level());
        boolean isForApplication = block.target().equalsIgnoreCase(layer.level())
                ? isApplicationRoot
                : tree.isApplicationRoot(block.target());
        return after(before, new SectionWrite(layer, block, section, element, isApplicationRoot, isForApplication));
    }

    private SectionState after(SectionState before, SectionWrite write) {
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

    /** A section that a web.config declares itself, or machine.config. */
    private SectionState declaredBelow(Layer layer, String section) {
        if (section.startsWith(AspNetSections.GROUP)) {
            return SectionState.OPEN;
        }
        Declarations declarations = Objects.requireNonNull(layer.declarations());
        return declarations.find(section).map(declared::of).orElse(SectionState.OPEN);
    }
}
