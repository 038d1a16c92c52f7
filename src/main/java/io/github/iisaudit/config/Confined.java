package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Doubt about what location tags of a web.config with inheritInChildApplications="false" say, at paths of the same application that
 * have a location tag or a web.config of their own: the documentation has it in force there, reports from servers have it missing.
 * None of these speaks of applicationHost.config.
 *
 * @see <a href="https://github.com/dotnet/aspnetcore/issues/54523">Requests below a location tag answered 404</a>
 * @see <a href="https://github.com/dotnet/core/issues/4611">The same</a>
 * @see <a href="https://github.com/dotnet/aspnetcore/issues/21193">The same, cured by removing the tag</a>
 */
final class Confined {

    private Confined() {}

    /**
     * What holds at such a path; the same where no file says something for it.
     *
     * @param files those on the way to the path, itself included
     * @param application the path of the application that it lies in, which it is not itself
     */
    static PathStates doubt(PathStates states, List<Layer> files, String path, String application) {
        if (!isSpokenOf(path, files)) {
            return states;
        }
        Map<String, SectionState> doubted = new HashMap<>();
        for (Layer file : files) {
            if (file.isHost()) {
                continue;
            }
            for (String at = ConfigPath.parent(path);
                    ConfigPath.isAtOrBelow(at, application);
                    at = ConfigPath.parent(at)) {
                for (Block block : file.at(at)) {
                    add(block, states.own(), doubted);
                }
            }
        }
        return doubted.isEmpty() ? states : new PathStates(states.own().with(doubted), states.inherited());
    }

    private static boolean isSpokenOf(String path, List<Layer> files) {
        for (Layer file : files) {
            if (!file.at(path).isEmpty() || file.level().equalsIgnoreCase(path)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Block block, PathState own, Map<String, SectionState> doubted) {
        LocatedElement tag = block.location();
        if (tag == null || block.reachesChildApplications()) {
            return;
        }
        for (String section : block.sections().keySet()) {
            SectionState state = own.section(section);
            if (state != null && !state.isSettled()) {
                doubted.put(section, state.unknown(new SectionState.Unknown(reason(tag), tag)));
            }
        }
    }

    private static String reason(LocatedElement tag) {
        Span place = tag.nameSpan();
        return "what the location tag with inheritInChildApplications=\"false\" (" + place.path() + ":" + place.line()
                + ") says may be missing at a path of the same application that has a location tag or a web.config of"
                + " its own: so servers were reported to behave, against the documentation";
    }
}
