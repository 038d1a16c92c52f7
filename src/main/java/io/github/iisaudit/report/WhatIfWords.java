package io.github.iisaudit.report;

import io.github.iisaudit.whatif.ApplicationAnswer;
import io.github.iisaudit.whatif.Change;
import io.github.iisaudit.whatif.Command.Shell;
import io.github.iisaudit.whatif.Lock;
import io.github.iisaudit.whatif.OtherValue;
import io.github.iisaudit.whatif.Restart;
import io.github.iisaudit.whatif.ServerAnswer;
import io.github.iisaudit.whatif.State;
import io.github.iisaudit.whatif.Step;
import io.github.iisaudit.whatif.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sentences that text and Markdown share. */
final class WhatIfWords {

    private static final String KB = "401.1 of KB 2749007";

    private WhatIfWords() {}

    /** What is changed: {@code useKernelMode=false, pools as NetworkService}. */
    static String change(Change change) {
        List<String> parts = new ArrayList<>();
        change.attributes().forEach((name, value) -> parts.add(name + "=" + value));
        change.identity().ifPresent(identity -> parts.add("pool identity " + identity));
        return String.join(", ", parts);
    }

    /** Where: {@code at Intranet and below}. */
    static String where(Optional<String> path) {
        return path.map(p -> p.isEmpty() ? "for the whole server" : "at " + p + " and below")
                .orElse("at every application with Windows authentication");
    }

    /** Who opens Kerberos tickets, before and after; shorter where that does not fit the width. */
    static String accounts(ApplicationAnswer application, int width) {
        String before = account(application.before());
        String after = account(application.after());
        String both = before + " -> " + after;
        return before.equals(after) && Glyphs.width(both) > width ? before + ", as before" : both;
    }

    /** The account of one side, or why there is none. */
    static String account(State state) {
        return state.account()
                .map(name -> name.isEmpty() ? "nobody" : Glyphs.clean(name))
                .orElse("not known");
    }

    /** A value that stays, and who says so. */
    static String other(OtherValue other) {
        return other.place() + " says " + other.attribute() + "=" + other.value() + " for " + other.path();
    }

    /** For how many applications the pre-authentication 401.1 goes and comes. */
    static String preauthentication(ServerAnswer server) {
        List<String> sentences = new ArrayList<>();
        if (server.losing401() > 0) {
            sentences.add("The " + KB + " could no longer occur at " + these(server.losing401()) + ".");
        }
        if (server.gaining401() > 0) {
            sentences.add("The " + KB + " could newly occur at " + these(server.gaining401()) + ".");
        }
        return sentences.isEmpty() ? "Where the " + KB + " can occur does not change." : String.join(" ", sentences);
    }

    private static String these(int count) {
        return Plural.of(count, "application");
    }

    /** The steps to show: those whose application has something from it; a single one unless it is in vain. */
    static List<Step> steps(ServerAnswer server) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        server.applications().forEach(a -> verdicts.put(a.path(), a.verdict()));
        if (server.steps().size() == 1) {
            return server.applications().stream().allMatch(WhatIfWords::isInVain) ? List.of() : server.steps();
        }
        return server.steps().stream()
                .filter(s -> isWorthIt(verdicts.getOrDefault(s.path(), Verdict.PERFORMANCE_ONLY)))
                .toList();
    }

    private static boolean isInVain(ApplicationAnswer application) {
        boolean isSame = application.verdict() == Verdict.NO_CHANGE && application.restart() == Restart.NONE;
        return isSame || application.after().windows().isEmpty();
    }

    private static boolean isWorthIt(Verdict verdict) {
        return verdict == Verdict.PERFORMANCE_ONLY || verdict == Verdict.SPN_MOVE_NEEDED || verdict == Verdict.FIXES;
    }

    /** Where a web.config cannot make the change, a sentence for each lock, and where it could. */
    static List<String> locks(List<Step> steps) {
        Map<Lock, Set<String>> paths = new LinkedHashMap<>();
        Set<String> open = new TreeSet<>();
        for (Step step : steps) {
            if (step.lock().isEmpty() && !step.path().isEmpty()) {
                open.add(step.path());
            }
            step.lock()
                    .ifPresent(
                            l -> paths.computeIfAbsent(l, k -> new TreeSet<>()).add(step.path()));
        }
        List<String> sentences = new ArrayList<>();
        paths.forEach(
                (lock, at) -> sentences.add("A web.config cannot do it at " + Paths.list(List.copyOf(at), 3) + ": "
                        + (lock.isOnSection() ? "the section is" : "attributes of the section are") + " locked by "
                        + lock.place()
                        + ". The commands write applicationHost.config, which can."));
        if (!open.isEmpty()) {
            sentences.add("A web.config could do it too at " + Paths.list(List.copyOf(open), 3) + ".");
        }
        return sentences;
    }

    /** That commands are missing whose names a shell has no safe way to say; empty where none is. */
    static Optional<String> leftOut(List<Step> steps, Shell shell) {
        long count = steps.stream().filter(step -> step.isLeftOut(shell)).count();
        String whose = shell == Shell.APPCMD ? "the command prompt" : "PowerShell";
        return count == 0
                ? Optional.empty()
                : Optional.of("Commands for " + Plural.of((int) count, "place") + " are left out: " + whose
                        + " has no safe way to say the name. Use IIS Manager there.");
    }

    /** What has to be restarted; empty for nothing. */
    static String restart(Restart restart) {
        return switch (restart) {
            case NONE -> "";
            case POOL -> "recycle the pool";
            case W3SVC -> "restart W3SVC; recycling the pool is not enough. All sites stop for a moment";
        };
    }
}
