package io.github.iisaudit.report;

import io.github.iisaudit.report.Report.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that could not be audited, and why: a reason that several share, as copies of one file do, is told once. */
final class NotAudited {

    private final Page page;
    private final boolean isFleet;

    NotAudited(Page page, boolean isFleet) {
        this.page = page;
        this.isFleet = isFleet;
    }

    void tell(Report report) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Unreadable file : report.unreadable()) {
            Entry.Unreadable entry = Entry.of(file, report);
            byReason.computeIfAbsent(Glyphs.clean(entry.reason()), r -> new ArrayList<>())
                    .add(name(file, entry.spot().position()));
        }
        byReason.forEach(this::tell);
    }

    private void tell(String reason, List<String> names) {
        if (names.size() > 1) {
            names.forEach(page::line);
            page.wrapped("      all " + names.size() + ": ", reason);
            return;
        }
        String name = names.get(0) + ":";
        if (Glyphs.width(name) + 1 + Glyphs.width(reason) <= page.width()) {
            page.line(name + " " + reason);
        } else {
            page.line(name).wrapped("      ", reason);
        }
    }

    /** With the place in the file. */
    private String name(Unreadable file, String place) {
        String server = isFleet ? ServerPrefix.of(file.server(), file.file(), page.width() / 2) : "";
        int room = page.width() - server.length() - place.length() - 3;
        return "  " + server + Paths.shorten(file.file(), room) + place;
    }
}
