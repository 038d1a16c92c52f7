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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sentences that text and Markdown share. */
final class WhatIfWords {

    private static final String KB = "401.1 of KB 2749007";

    private static final String SAFE = "Safe now";
    private static final String CHECKED = "Once it is seen that the SPNs are where they must be";
    private static final String MOVING = "After the SPNs were moved";
    private static final String UNSURE = "Where the files do not tell what comes of it";
    private static final String BREAKING = "Not before what breaks is mended";
    private static final List<String> TITLES = List.of(SAFE, CHECKED, MOVING, UNSURE, BREAKING);

    private WhatIfWords() {}

    /** What is changed: {@code useKernelMode=false, pools as NetworkService}. */
    static String change(Change change) {
        List<String> parts = new ArrayList<>();
        change.values().forEach((what, value) -> parts.add(what.id() + "=" + value));
        change.identity().ifPresent(identity -> parts.add("pool identity " + identity));
        return String.join(", ", parts);
    }

    /** Where: {@code at Intranet and below}. */
    static String where(Optional<String> path) {
        return path.map(p -> p.isEmpty() ? "for the whole server" : "at " + p + " and below")
                .orElse("at every application with Windows authentication");
    }

    /** Who decrypts service tickets, before and after; shorter where that does not fit the width. */
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
        return other.place() + " says " + other.attribute().id() + "=" + other.value() + " for " + other.path();
    }

    /** Answers in the order of what is worth a look, those of a kind in the order of their paths. */
    static List<ApplicationAnswer> riskyFirst(List<ApplicationAnswer> answers) {
        List<ApplicationAnswer> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingInt(a -> Verdict.RISKY_FIRST.indexOf(a.verdict())));
        return sorted;
    }

    /** {@code 300 applications on 2 servers: 12 spn-move-needed, 288 performance-only}. */
    static String totals(List<ServerAnswer> servers) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        servers.forEach(server -> server.applications().forEach(a -> counts.merge(a.verdict(), 1, Integer::sum)));
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.RISKY_FIRST) {
            if (counts.containsKey(verdict)) {
                parts.add(counts.get(verdict) + " " + verdict.id());
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String where = servers.size() == 1 ? "" : " on " + Plural.of(servers.size(), "server");
        return Plural.of(all, "application") + where + ": " + String.join(", ", parts);
    }

    /**
     * The steps by what has to come first, under a heading each.
     *
     * @param steps some of the server's
     */
    static Map<String, List<Step>> byRisk(ServerAnswer server, List<Step> steps) {
        Map<String, List<Step>> groups = new LinkedHashMap<>();
        for (String title : TITLES) {
            for (Step step : steps) {
                if (title(server, step).equals(title)) {
                    groups.computeIfAbsent(title, t -> new ArrayList<>()).add(step);
                }
            }
        }
        return groups;
    }

    /** What the worst of the applications that a step reaches asks for. */
    private static String title(ServerAnswer server, Step step) {
        boolean isForOne = server.steps().size() > 1 && step.pool().isEmpty();
        int worst = server.applications().stream()
                .filter(a -> isForOne ? a.path().equals(step.path()) : isReached(a, step))
                .mapToInt(a -> TITLES.indexOf(title(a)))
                .max()
                .orElse(0);
        return TITLES.get(worst);
    }

    /** What costs speed only is safe unless it brings a new warning. */
    private static String title(ApplicationAnswer application) {
        return switch (application.verdict()) {
            case BREAKS -> BREAKING;
            case UNKNOWN ->
                application.isWarned() && isOfOneAccount(application) && !isOfSignIn(application) ? CHECKED : UNSURE;
            case SPN_MOVE_NEEDED -> MOVING;
            case FIXES -> isOfOneAccount(application) && isOfSignIn(application) ? SAFE : CHECKED;
            default -> application.isWarned() ? CHECKED : SAFE;
        };
    }

    /** Whether the account is known and stays, so that all that is not known is what a new warning about it means. */
    private static boolean isOfOneAccount(ApplicationAnswer application) {
        Optional<String> account = application.before().account().filter(name -> !name.isEmpty());
        return account.isPresent() && account.equals(application.after().account());
    }

    private static boolean isReached(ApplicationAnswer application, Step step) {
        return step.pool().isEmpty() || step.pool().equalsIgnoreCase(application.pool());
    }

    /** For how many applications the pre-authentication 401.1 goes and comes. */
    static String preauthentication(int losing, int gaining) {
        List<String> sentences = new ArrayList<>();
        if (losing > 0) {
            sentences.add("The " + KB + " could no longer occur at " + these(losing) + ".");
        }
        if (gaining > 0) {
            sentences.add("The " + KB + " could newly occur at " + these(gaining) + ".");
        }
        return sentences.isEmpty() ? "Where the " + KB + " can occur does not change." : String.join(" ", sentences);
    }

    private static String these(int count) {
        return Plural.of(count, "application");
    }

    /** The steps to show: those whose application has something from it; a single one unless it is in vain. */
    static List<Step> steps(ServerAnswer server) {
        Map<String, ApplicationAnswer> answers = new LinkedHashMap<>();
        server.applications().forEach(a -> answers.put(a.path(), a));
        if (server.steps().size() == 1) {
            return server.applications().stream().allMatch(WhatIfWords::isInVain) ? List.of() : server.steps();
        }
        return server.steps().stream()
                .filter(s -> !answers.containsKey(s.path()) || isWorthIt(answers.get(s.path())))
                .toList();
    }

    private static boolean isInVain(ApplicationAnswer application) {
        boolean isSame = application.verdict() == Verdict.NO_CHANGE
                && (application.restart() == Restart.NONE
                        || !application.after().isReached());
        return isSame || application.after().windows().isEmpty();
    }

    private static boolean isWorthIt(ApplicationAnswer answer) {
        Verdict verdict = answer.verdict();
        return verdict == Verdict.PERFORMANCE_ONLY
                || verdict == Verdict.SPN_MOVE_NEEDED
                || verdict == Verdict.FIXES
                || verdict == Verdict.UNKNOWN && (answer.isWarned() || isOfSignIn(answer));
    }

    /** Whether what is not known is what clients make of it. */
    private static boolean isOfSignIn(ApplicationAnswer answer) {
        return answer.after().windows().isPresent() && answer.before().isOtherSignIn(answer.after());
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
