package io.github.iisaudit.whatif;

import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.HostEdit;
import io.github.iisaudit.config.Notice;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.config.ServerReader;
import io.github.iisaudit.config.WriteLock;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.EditedSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a change to a server in memory, as appcmd does with {@code /commit:apphost}, and compares. Nothing is
 * written to any file.
 *
 * <p>Where no path is named the change is made at each application that has Windows authentication on, and the
 * verdict of each holds for all these changes together. Applications whose section cannot be read are among them. Commands are
 * told for a server's own files only: the sites of an assumed one are invented, and IIS Express has neither appcmd's files nor W3SVC.
 */
final class ServerQuestion {

    private final ConfigSource source;
    private final Change change;
    private final Optional<String> path;
    private final ServerReader reader;
    private final Knowledge knowledge;
    private final ServerConfiguration server;
    private final Survey before;

    ServerQuestion(
            ConfigSource source, Change change, Optional<String> path, ServerReader reader, Knowledge knowledge) {
        this.source = source;
        this.change = change;
        this.path = path;
        this.reader = reader;
        this.knowledge = knowledge;
        this.server = reader.read(source);
        this.before = Survey.of(server, knowledge);
    }

    ServerAnswer answer() {
        boolean isKnown = path.isEmpty() || before.at(path.get()).isPresent();
        List<Situation> asked = isKnown ? asked() : List.of();
        Optional<HostEdit> edit = HostEdit.of(server);
        if (asked.isEmpty() || edit.isEmpty()) {
            return answer(isKnown, List.of(), List.of(), before.stopped());
        }
        List<String> pools = pools(asked);
        List<Situation> all = withServed(asked, pools);
        List<Step> steps = new ArrayList<>();
        make(edit.get(), places(asked), pools, steps);
        ConfigFile edited = new ConfigFile(edit.get().path(), edit.get().bytes());
        Survey after = Survey.of(
                reader.read(new EditedSource(source, Map.of(edited.path(), edited)), server.budget()), knowledge);
        Comparison comparison = new Comparison(change, before, after, new Accounts(server.computer(), source.host()));
        Set<String> paths = paths(asked);
        List<ApplicationAnswer> answers = all.stream()
                .map(situation -> comparison.compare(situation, !paths.contains(situation.path())))
                .toList();
        Map<String, Coverage.Unreadable> stopped = new TreeMap<>(after.stopped());
        stopped.putAll(before.stopped());
        return answer(isKnown, answers, steps, stopped);
    }

    /** @param stopped the rules of which nothing is known, as what is lacking from all answers */
    private ServerAnswer answer(
            boolean isKnown,
            List<ApplicationAnswer> applications,
            List<Step> steps,
            Map<String, Coverage.Unreadable> stopped) {
        List<Coverage.Unreadable> unreadable = new ArrayList<>(server.coverage().unreadable());
        unreadable.addAll(stopped.values());
        Restart restart = server.isReal()
                ? applications.stream().map(ApplicationAnswer::restart).reduce(Restart.NONE, Restart::and)
                : Restart.NONE;
        List<String> pools =
                steps.stream().map(Step::pool).filter(p -> !p.isEmpty()).toList();
        return new ServerAnswer(
                server.name(),
                server.root(),
                isKnown,
                before.situations().stream()
                        .filter(Situation::isApplication)
                        .map(Situation::path)
                        .toList(),
                applications,
                steps,
                restart,
                Commands.restart(restart, pools),
                unreadable,
                server.coverage().notices().stream().map(Notice::told).toList());
    }

    /** The applications to judge, and the folders with Windows authentication of their own. */
    private List<Situation> asked() {
        List<Situation> asked = new ArrayList<>();
        Map<String, Situation> concerned = new HashMap<>();
        for (Situation each : before.situations()) {
            boolean isWithin = path.isEmpty() || Survey.isAtOrBelow(each.path(), path.get());
            boolean isWanted = each.isApplication() && (path.isPresent() || each.isConcerned());
            boolean isFolder = !each.isApplication() && each.isConcerned();
            boolean isThePath = path.isPresent() && each.path().equalsIgnoreCase(path.get());
            if (isWithin && (isWanted || isThePath || (isFolder && !isCovered(each, concerned)))) {
                asked.add(each);
                if (each.isConcerned()) {
                    concerned.put(Survey.key(each.path()), each);
                }
            }
        }
        return asked;
    }

    /**
     * Whether a path above in the same application is judged, and Windows authentication counts there.
     *
     * @param concerned the paths so far that are judged and where it counts
     */
    private static boolean isCovered(Situation folder, Map<String, Situation> concerned) {
        return Survey.nearest(concerned, folder.path())
                .filter(above -> above.application().equals(folder.application()))
                .isPresent();
    }

    private static Set<String> paths(List<Situation> situations) {
        Set<String> paths = new HashSet<>();
        situations.forEach(each -> paths.add(each.path()));
        return paths;
    }

    private List<String> places(List<Situation> asked) {
        return path.isPresent()
                ? List.of(before.at(path.get()).map(Situation::path).orElse(path.get()))
                : asked.stream().map(Situation::path).toList();
    }

    /** The pools of the applications, where their identity is to change. */
    private List<String> pools(List<Situation> asked) {
        Map<String, String> pools = new TreeMap<>();
        if (change.identity().isPresent()) {
            asked.forEach(a ->
                    a.pool().ifPresent(p -> pools.putIfAbsent(p.name().toLowerCase(Locale.ROOT), p.name())));
        }
        return List.copyOf(pools.values());
    }

    /** What was asked for, and what else these pools serve. */
    private List<Situation> withServed(List<Situation> asked, List<String> pools) {
        Set<String> paths = paths(asked);
        Set<String> served = Set.copyOf(pools);
        return before.situations().stream()
                .filter(each -> paths.contains(each.path())
                        || (each.isApplication()
                                && each.isConcerned()
                                && each.pool()
                                        .map(p -> served.contains(p.name()))
                                        .orElse(false)))
                .toList();
    }

    private void make(HostEdit edit, List<String> places, List<String> pools, List<Step> steps) {
        if (!change.values().isEmpty()) {
            for (String place : places) {
                change.sections().forEach((section, wanted) -> edit.set(place, section, wanted));
                if (server.isReal()) {
                    steps.add(new Step(place, "", lock(place), SettingCommands.of(place, change.values())));
                }
            }
        }
        change.identity()
                .ifPresent(identity -> pools.forEach(pool -> {
                    edit.setProcessModel(pool, identity.attributes());
                    if (server.isReal()) {
                        steps.add(new Step("", pool, Optional.empty(), Commands.set(pool, identity)));
                    }
                }));
    }

    private Optional<Lock> lock(String place) {
        return place.isEmpty()
                ? Optional.empty()
                : change.sections().entrySet().stream()
                        .map(it -> WriteLock.at(
                                server,
                                place,
                                it.getKey(),
                                it.getValue().attributes().keySet()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(lock -> new Lock(lock.isOnSection(), Place.of(lock.span())));
    }
}
