package io.github.iisaudit.report;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.fix.LeftOut;
import io.github.iisaudit.fix.Mended;
import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words in which it is told what mends findings. */
public final class FixWords {

    private static final int SHOWN = 3;

    private FixWords() {}

    /** What is done where, without anything of the input. */
    static String comment(Mended mended) {
        return mended.finding()
                .map(it -> it.rule().id() + ", line " + it.place().line() + ": " + mended.what())
                .orElse("as asked for");
    }

    static String place(FixReport.Server server, Mended mended) {
        return mended.finding().map(FixWords::place).orElse(server.fix().name() + ": " + mended.what());
    }

    static String place(Finding finding) {
        return finding.server() + ": " + finding.place().file() + ":"
                + finding.place().line() + ": " + finding.rule().id();
    }

    /** To which servers a diff cannot be applied where they lie. */
    public static List<String> packed(FixReport report) {
        return report.servers().stream()
                .filter(FixReport.Server::isPacked)
                .map(it -> it.fix().name()
                        + ": its files are packed, and no diff can be applied to them there: unpack them and apply it in that"
                        + " folder")
                .toList();
    }

    /** What is left out and why, a sentence for each rule and reason. */
    public static List<String> leftOut(FixReport report) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (LeftOut left : report.leftOut()) {
            String key = left.finding().rule().id() + ": " + left.reason();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(left.finding());
        }
        List<String> sentences = new ArrayList<>();
        groups.forEach((key, findings) -> {
            List<String> places = new ArrayList<>();
            for (Finding finding : findings) {
                places.add(finding.server() + ":" + finding.place().file() + ":"
                        + finding.place().line());
            }
            sentences.add("left out: " + key + " (" + Few.named(Few.first(places, SHOWN)) + ")");
        });
        return sentences;
    }
}
