package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.report.Report.Fixed;
import java.util.List;

/** What the baseline has and the run has not, as text: a place in two lines. */
final class FixedText {

    private static final int SHOWN = 20;

    private final List<Fixed> fixed;
    private final Page page;
    private final boolean isFleet;

    FixedText(List<Fixed> fixed, Page page, boolean isFleet) {
        this.fixed = fixed;
        this.page = page;
        this.isFleet = isFleet;
    }

    /** Writes nothing where nothing is fixed. */
    void tell() {
        if (fixed.isEmpty()) {
            return;
        }
        page.line("fixed since the baseline was written:");
        Few<Fixed> first = Few.first(fixed, SHOWN);
        first.shown().forEach(this::tell);
        if (first.more() > 0) {
            page.line("  and " + first.more() + " more");
        }
        page.gap();
    }

    private void tell(Fixed gone) {
        String server = isFleet ? ServerPrefix.of(gone.server(), gone.file(), page.width() / 2) : "";
        String rule = Glyphs.clean(gone.rule());
        int room = page.width() - Glyphs.width(server) - Glyphs.width(rule) - 4;
        page.line("  " + rule + "  " + server + Paths.cut(gone.file(), room));
        page.line("      " + Paths.cut(gone.what(), page.width() - 6));
    }
}
