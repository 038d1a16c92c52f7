package io.github.iisaudit;

import io.github.iisaudit.ServerAudit.Result;
import io.github.iisaudit.config.Coverage;
import io.github.iisaudit.config.Notice;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is found of one server as it is deployed to several environments, which come one after the other: what is found in several is
 * kept once. A fault of the program in one of them concerns the whole server.
 */
final class Environments {

    /** Of each server, kept until its last environment has come. */
    private static final int MOST = 60_000;

    private final int most;
    private final List<String> names = new ArrayList<>();
    private final Map<Finding, BitSet> found = new LinkedHashMap<>();
    private final Set<Unreadable> unreadable = new LinkedHashSet<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Result frame;
    private @Nullable Result faulty;
    private boolean isTooMany;

    Environments() {
        this(MOST);
    }

    /** @param most how many findings are kept */
    Environments(int most) {
        this.most = most;
    }

    /** Adds the next one; no other comes after one of a part. */
    void add(String name, Result result) {
        if (result.fault() != null && faulty == null) {
            faulty = result;
        }
        if (frame == null || !result.isWhole()) {
            frame = result.with(List.of(), List.of(), List.of());
        }
        leave(result.transforms());
        result.findings().forEach(finding -> add(finding, names.size()));
        names.add(name);
        unreadable.addAll(result.unreadable());
        for (Notice notice : result.notices()) {
            String sentence = notice.sentence();
            notices.add(Coverage.isOfTransforms(sentence) ? Notice.of(name + ": " + sentence) : notice);
        }
        Coverage.notAudited(result.transforms()).ifPresent(notice -> notices.remove(Notice.of(name + ": " + notice)));
    }

    private void add(Finding finding, int environment) {
        BitSet where = found.get(finding);
        if (where == null && found.size() == most) {
            isTooMany = true;
            return;
        }
        if (where == null) {
            where = new BitSet();
            found.put(finding, where);
        }
        where.set(environment);
    }

    /** Only the transforms that belong to none of the environments are left out. */
    private void leave(List<String> transforms) {
        if (names.isEmpty()) {
            leftOut.addAll(transforms);
        } else {
            leftOut.retainAll(new HashSet<>(transforms));
        }
    }

    /** Whether none has come. */
    boolean areNone() {
        return frame == null;
    }

    /** What came of all of them. */
    Result result() {
        Result all = Objects.requireNonNull(frame);
        if (faulty != null) {
            return faulty;
        }
        Coverage.notAudited(leftOut).map(Notice::of).ifPresent(notices::add);
        List<Unreadable> missing = new ArrayList<>(unreadable);
        if (isTooMany) {
            missing.add(new Unreadable(
                    all.name(),
                    all.root(),
                    "",
                    "given up after " + most + " findings that differ from one environment to another: audit one with"
                            + " --environment NAME, or leave rules out with --skip-rule"));
        }
        missing.sort((a, b) -> a.file().compareTo(b.file()));
        return all.with(findings(), missing, List.copyOf(notices));
    }

    private List<Finding> findings() {
        Map<BitSet, List<String>> lists = new HashMap<>();
        Map<List<String>, String> sentences = new HashMap<>();
        List<Finding> findings = new ArrayList<>(found.size());
        found.forEach((finding, where) -> {
            List<String> some = lists.computeIfAbsent(where, this::names);
            findings.add(finding.in(some, sentences.computeIfAbsent(some, Finding::deployedTo)));
        });
        findings.sort(Finding.IN_SERVER);
        return findings;
    }

    private List<String> names(BitSet where) {
        return where.stream().mapToObj(names::get).toList();
    }
}
