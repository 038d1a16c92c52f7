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

    void tell(List<Unreadable> files) {
        Map<String, List<Unreadable>> byReason = new LinkedHashMap<>();
        files.forEach(file ->
                byReason.computeIfAbsent(reason(file), r -> new ArrayList<>()).add(file));
        byReason.forEach(this::tell);
    }

    private void tell(String reason, List<Unreadable> files) {
        if (files.size() > 1) {
            files.forEach(file -> page.line(name(file)));
            page.wrapped("      all " + files.size() + ": ", reason);
            return;
        }
        String name = name(files.get(0)) + ":";
        if (Glyphs.width(name) + 1 + Glyphs.width(reason) <= page.width()) {
            page.line(name + " " + reason);
        } else {
            page.line(name).wrapped("      ", reason);
        }
    }

    /** With the place in the file, which stands before the reason. */
    private String name(Unreadable file) {
        String server = isFleet ? ServerPrefix.of(file.server(), file.file(), page.width() / 2) : "";
        String place = place(file);
        int room = page.width() - server.length() - place.length() - 3;
        return "  " + server + Paths.shorten(file.file(), room) + place;
    }

    private static String place(Unreadable file) {
        return file.reason().matches("(?s)\\d+:\\d+: .*")
                ? ":" + file.reason().substring(0, file.reason().indexOf(": "))
                : "";
    }

    private static String reason(Unreadable file) {
        String place = place(file);
        return Glyphs.clean(place.isEmpty() ? file.reason() : file.reason().substring(place.length() + 1));
    }
}
