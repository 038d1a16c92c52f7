package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.LayerReader.HostFacts;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Walks down to a path and lays what the files say over each other, depth first, then file: at every prefix of the path first the
 * location tags of the files above for that very prefix, the uppermost file first, then the web.config of the prefix itself. So a
 * location tag for a deeper path beats the web.config of a path in between. Defaults come last, elsewhere.
 *
 * <p>A pool with enableConfigurationOverride="false" makes it unknown how web.config files count, all those on the way.
 *
 * <p>Where the same is written over the same on several servers, that is worked out once. The states on the way are kept for the
 * next path; paths are best asked in {@link ConfigPath#ORDER}. Not thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">Deep dive into IIS configuration</a>
 */
final class Descent {

    /** What states follow from where no file writes anything. */
    private static final int NOTHING_WRITTEN = 4;

    private final Layer host;
    private final SiteTree tree;
    private final LayerSource layers;
    private final HostFacts facts;
    private final SectionWriter writer;
    private final boolean isClosed;
    private final Overlay overlay;
    private final List<Step> steps = new ArrayList<>();
    private final PathState server;

    /**
     * A prefix on the way.
     *
     * @param files the files down to here, the uppermost first
     */
    private record Step(String path, List<Layer> files, PathStates states) {}

    /** The way to paths that are not served by a pool with enableConfigurationOverride="false". */
    Descent(Layer host, LayerSource layers, HostFacts facts, SectionWriter writer) {
        this.host = host;
        this.tree = layers.tree();
        this.layers = layers;
        this.facts = facts;
        this.writer = writer;
        this.isClosed = false;
        this.overlay = new Overlay(tree, new DeclaredSections(facts), writer, false);
        List<Block> ofServer = new ArrayList<>();
        List<Block> ofAll = new ArrayList<>();
        host.at("").forEach(block -> (block.isServerOnly() ? ofServer : ofAll).add(block));
        PathStates states = server(ofAll);
        steps.add(new Step("", List.of(host), states));
        this.server = overlay.whole(states, host, ofServer);
    }

    private Descent(Descent open) {
        this.host = open.host;
        this.tree = open.tree;
        this.layers = open.layers;
        this.facts = open.facts;
        this.writer = open.writer;
        this.isClosed = true;
        this.overlay = new Overlay(tree, new DeclaredSections(facts), writer, true);
        steps.add(open.steps.get(0));
        this.server = open.server;
    }

    /** The way to paths that are; both begin at the server. */
    Descent closed() {
        return new Descent(this);
    }

    /** What the files say at a path. */
    PathState resolve(String path) {
        return path.isEmpty() ? server : step(path).states.own();
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

    private PathStates server(List<Block> blocks) {
        List<Object> from = from(PathStates.of(PathState.NOTHING));
        return host.error() == null && add(host, blocks, from)
                ? known(from, () -> overlay.server(host, blocks))
                : overlay.server(host, blocks);
    }

    /** The lower path starts from what its parent has, or, at the root of an application, from what child applications inherit. */
    private Step descend(Step parent, String path) {
        boolean isApplication = tree.isApplicationRoot(path);
        PathStates above = isApplication ? PathStates.of(parent.states.inherited()) : parent.states;
        List<Layer> files = parent.files;
        Optional<Layer> file = layers.layer(path, declarations(files));
        if (file.isPresent()) {
            files = new ArrayList<>(files);
            files.add(file.get());
        }
        PathStates states = laid(above, files, path);
        Optional<Missing> missing = layers.missing(path);
        return new Step(path, files, missing.isEmpty() ? states : without(missing.get(), states, isApplication));
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

    private PathStates laid(PathStates above, List<Layer> files, String path) {
        List<Object> from = from(above, files, path);
        if (from.size() == NOTHING_WRITTEN) {
            return above;
        }
        return from.isEmpty() ? overlay.lay(above, files, path) : known(from, () -> overlay.lay(above, files, path));
    }

    /** What holds below a file that was not collected. */
    private PathStates without(Missing file, PathStates states, boolean isApplication) {
        Declarations declared = host.declarations();
        List<Object> from = new ArrayList<>();
        from.add(states.own());
        from.add(states.inherited());
        from.add(file.file());
        from.add(file.reason());
        from.add(isApplication ? 1 : 0);
        if (declared != null) {
            from.add(declared);
        }
        return known(
                from,
                () -> new PathStates(
                        states.own().below(new UncollectedFile(file, states.own(), declared, isApplication)),
                        states.inherited()
                                .below(new UncollectedFile(file, states.inherited(), declared, isApplication))));
    }

    private PathStates known(List<Object> from, Supplier<PathStates> work) {
        Memory<PathStates> memory = facts.remembered().paths();
        Inputs inputs = Inputs.of(from.toArray());
        PathStates known = memory.find(inputs);
        return known == null ? memory.keep(inputs, work.get()) : known;
    }

    private List<Object> from(PathStates above) {
        List<Object> from = new ArrayList<>();
        from.add(above.own());
        from.add(above.inherited());
        from.add(facts.schema());
        from.add(isClosed ? 1 : 0);
        return from;
    }

    /** All that what holds at a path follows from; nothing where that is not to be had. */
    private List<Object> from(PathStates above, List<Layer> files, String path) {
        List<Object> from = from(above);
        for (Layer layer : files) {
            if (layer.error() != null && layer.level().equals(path)) {
                from.add(layer.error());
            }
            List<Block> blocks = layer.at(path);
            if (!blocks.isEmpty() && !add(layer, blocks, from)) {
                return List.of();
            }
        }
        return from;
    }

    /** Returns false where more counts than what stands in the blocks. */
    private boolean add(Layer layer, List<Block> blocks, List<Object> from) {
        if (layer.declarations() == null || !layer.repeated().isEmpty()) {
            return false;
        }
        from.add(layer.declarations());
        from.add(layer.depth() << 2 | (layer.isAssumed() ? 2 : 0) | (tree.isApplicationRoot(layer.level()) ? 1 : 0));
        for (Block block : blocks) {
            from.add(block);
            if (!layer.isHost() && !addBodies(layer, block, from)) {
                return false;
            }
        }
        return true;
    }

    /** Returns false where the content of a section is not to be had. */
    private boolean addBodies(Layer layer, Block block, List<Object> from) {
        for (String section : block.elsewhere()) {
            LocatedElement element = Objects.requireNonNull(block.sections().get(section));
            LocatedElement body = writer.body(new SectionWrite(layer, block, section, element, false));
            if (body == null) {
                return false;
            }
            from.add(body);
        }
        return true;
    }
}
