package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of many waivers may cover a finding, without a look at each of them. Immutable once made. */
final class WaiverIndex {

    private static final String ANYWHERE = "**/";

    private final List<Waiver> waivers;

    /** By rule and by what the places begin with, the numbers of the waivers. */
    private final Map<String, Map<String, List<Integer>>> byStart = new HashMap<>();

    /** So many folders are in the longest beginning. */
    private int deepest;

    WaiverIndex(List<Waiver> waivers) {
        this.waivers = waivers;
        for (int i = 0; i < waivers.size(); i++) {
            String start = waivers.get(i).covers().start();
            byStart.computeIfAbsent(waivers.get(i).rule(), rule -> new HashMap<>())
                    .computeIfAbsent(start, text -> new ArrayList<>())
                    .add(i);
            deepest = Math.max(
                    deepest, 1 + (int) start.chars().filter(c -> c == '/').count());
        }
    }

    /** In their order, all waivers that cover a finding, and perhaps others that do not. */
    List<Waiver> near(String rule, String file, List<String> paths) {
        Map<String, List<Integer>> starts = byStart.get(rule);
        if (starts == null) {
            return List.of();
        }
        BitSet near = new BitSet();
        mark(starts.get(""), near);
        mark(starts, file, near);
        for (String path : paths) {
            mark(starts, path, near);
        }
        List<Waiver> found = new ArrayList<>();
        for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
            found.add(waivers.get(i));
        }
        return found;
    }

    private void mark(Map<String, List<Integer>> starts, String place, BitSet near) {
        String text = place.toLowerCase(Locale.ROOT);
        int begin = 0;
        for (int depth = 1; begin <= text.length(); depth++) {
            int slash = text.indexOf('/', begin);
            int end = slash < 0 ? text.length() : slash;
            mark(starts.get(ANYWHERE + text.substring(begin, end)), near);
            if (depth <= deepest) {
                mark(starts.get(text.substring(0, end)), near);
            }
            begin = end + 1;
        }
    }

    private static void mark(@Nullable List<Integer> numbers, BitSet near) {
        if (numbers != null) {
            numbers.forEach(near::set);
        }
    }
}
