package io.github.iisaudit.config;

import io.github.iisaudit.config.Budget.Use;
import io.github.iisaudit.config.EffectiveSection.Missing;
import io.github.iisaudit.config.LayerReader.HostFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** How many characters of a path are kept in the memory of a step. */
    private static final int KEY = 2;

    /** What it takes to show an entry of a list to rules and people. */
    private static final long ENTRY = 10;

    private final Layer host;
    private final SiteTree tree;
    private final LayerSource layers;
    private final HostFacts facts;
    private final SectionWriter writer;
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
        this.overlay = new Overlay(tree, new DeclaredSections(facts), writer, false);
        List<Block> ofServer = new ArrayList<>();
        List<Block> ofAll = new ArrayList<>();
        host.at("").forEach(block -> (block.isServerOnly() ? ofServer : ofAll).add(block));
        PathStates states = overlay.server(host, ofAll);
        steps.add(new Step("", List.of(host), states));
        this.server = overlay.whole(states, host, ofServer);
    }

    private Descent(Descent open) {
        this.host = open.host;
        this.tree = open.tree;
        this.layers = open.layers;
        this.facts = open.facts;
        this.writer = open.writer;
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
        PathStates states = overlay.lay(above, files, path);
        facts.budget().step(Use.PATHS, 1 + files.size() + path.length() / KEY);
        pay(states.own(), files, path);
        if (!isApplication && ConfigPath.depth(path) > 1) {
            states = Confined.doubt(states, files, path, application(path));
        }
        Optional<Missing> missing = layers.missing(path);
        return new Step(path, files, missing.isEmpty() ? states : without(missing.get(), states, isApplication));
    }

    private String application(String path) {
        return tree.application(path).map(SiteTree.Node::path).orElse(path);
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

    /** What is written of a section is laid over all that it has. */
    private void pay(PathState state, List<Layer> files, String path) {
        for (Layer layer : files) {
            for (Block block : layer.at(path)) {
                for (String section : block.sections().keySet()) {
                    SectionState written = state.section(section);
                    int size = written == null ? 0 : written.values().size();
                    facts.budget().step(Use.LISTS, 1 + ENTRY * size);
                }
            }
        }
    }

    /** What holds below a file that was not collected. */
    private PathStates without(Missing file, PathStates states, boolean isApplication) {
        Declarations declared = host.declarations();
        return new PathStates(
                states.own().below(new UncollectedFile(file, states.own(), declared, isApplication)),
                states.inherited().below(new UncollectedFile(file, states.inherited(), declared, isApplication)));
    }
}
