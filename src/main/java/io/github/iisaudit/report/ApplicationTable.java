package io.github.iisaudit.report;

import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.whatif.Standing;
import io.github.iisaudit.whatif.Standing.Windows;
import io.github.iisaudit.whatif.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The applications of one server before the two questions: a line each, or, where there are more than a screen takes, a line for all
 * that stand alike.
 */
final class ApplicationTable {

    /** With what stands around it this is the first screen. */
    private static final int MOST = 16;

    private static final int GROUPS = 14;
    /** From here on nothing has to be left out of names. */
    static final int WIDE = 110;

    private static final String NOTHING = "-";

    private final AuditedServer server;
    private final Worst worst;
    private final Page page;
    private final Colours colours;

    ApplicationTable(AuditedServer server, Worst worst, Page page, Colours colours) {
        this.server = server;
        this.worst = worst;
        this.page = page;
        this.colours = colours;
    }

    /** @param isFull whether every application has its line, however many there are */
    void tell(boolean isFull) {
        columns(isFull).tell(page, "  ", colours);
        if (!isFull && isLong()) {
            page.line("  a line for each application: --full");
        }
    }

    /** The same in Markdown, which has no full form. */
    String markdown() {
        return columns(false).markdown();
    }

    private boolean isLong() {
        return server.applications().size() > MOST;
    }

    private Columns columns(boolean isFull) {
        return isFull || !isLong() ? applications() : groups();
    }

    private Columns applications() {
        Columns table = new Columns(
                List.of("application", "pool (user)", "Windows", "401.1", "kernel mode off", "worst"), List.of(0, 1));
        for (Standing it : server.applications()) {
            table.add(List.of(
                    it.path(), pool(it), windows(it), it.preauthentication().id(), off(it), worst(it)));
        }
        return table;
    }

    /** In a narrow page without what is usual: the pool's own identity, and domains. */
    private String pool(Standing it) {
        if (it.pool().isEmpty()) {
            return NOTHING;
        }
        if (it.identity().isEmpty()) {
            return it.pool() + " (not defined)";
        }
        boolean isShort = page.width() < WIDE;
        String user = it.identity().substring(it.identity().indexOf('\\') + 1);
        return isShort && it.identity().equals("ApplicationPoolIdentity")
                ? it.pool()
                : it.pool() + " (" + (isShort ? user : it.identity()) + ")";
    }

    /** {@code kernel}, {@code user} mode, {@code off}, {@code 500.19}. */
    static String windows(Standing it) {
        if (it.windows() == Windows.ON) {
            return it.kernelMode() ? "kernel" : "user";
        }
        return it.windows() == Windows.FAILS ? "500.19" : it.windows().id();
    }

    /** What turning it off would do; nothing to say where it is off. */
    static String off(Standing it) {
        if (it.windows() == Windows.OFF) {
            return NOTHING;
        }
        return it.windows() == Windows.ON && !it.kernelMode()
                ? "off already"
                : it.off().id();
    }

    private String worst(Standing it) {
        return worst.of(it).map(Severity::id).orElse(NOTHING);
    }

    private record Alike(int order, String windows, String chance, String off) {}

    private Columns groups() {
        Map<Alike, List<Standing>> alike = new LinkedHashMap<>();
        for (Standing it : server.applications()) {
            Alike key = new Alike(order(it), windows(it), it.preauthentication().id(), off(it));
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(it);
        }
        List<Alike> keys = new ArrayList<>(alike.keySet());
        keys.sort((a, b) -> Integer.compare(a.order, b.order));
        Columns table =
                new Columns(List.of("", "Windows", "401.1", "kernel mode off", "worst", "applications"), List.of(5));
        for (Alike key : keys.subList(0, Math.min(GROUPS, keys.size()))) {
            List<Standing> all = alike.getOrDefault(key, List.of());
            table.add(List.of(String.valueOf(all.size()), key.windows, key.chance, key.off, worst(all), names(all)));
        }
        return table;
    }

    private static int order(Standing it) {
        int risk = Verdict.RISKY_FIRST.indexOf(it.off());
        int verdict = off(it).equals(it.off().id()) ? risk : Verdict.RISKY_FIRST.size();
        return it.preauthentication().ordinal() * (Verdict.RISKY_FIRST.size() + 1) + verdict;
    }

    private String worst(List<Standing> all) {
        Severity most = null;
        for (Standing standing : all) {
            Severity severity = worst.of(standing).orElse(null);
            if (severity != null && (most == null || severity.compareTo(most) < 0)) {
                most = severity;
            }
        }
        return most == null ? NOTHING : most.id();
    }

    private String names(List<Standing> all) {
        List<String> paths = new ArrayList<>(all.size());
        all.forEach(standing -> paths.add(standing.path()));
        return Paths.fit(paths, page.width() - 54);
    }
}
