package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Chooses names that are all different, ignoring case. */
final class UniqueNames {

    private UniqueNames() {}

    /**
     * One name for each, in the same order: the first of its names, or the next one while another has the same; where
     * names run out, a number is added.
     */
    static List<String> choose(List<List<String>> candidates) {
        int[] level = new int[candidates.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<String, Integer> uses = uses(candidates, level);
            for (int i = 0; i < level.length; i++) {
                boolean clashes = uses.getOrDefault(key(candidates.get(i).get(level[i])), 0) > 1;
                if (clashes && level[i] + 1 < candidates.get(i).size()) {
                    level[i]++;
                    changed = true;
                }
            }
        }
        return numbered(candidates, level);
    }

    private static Map<String, Integer> uses(List<List<String>> candidates, int[] level) {
        Map<String, Integer> uses = new HashMap<>();
        for (int i = 0; i < level.length; i++) {
            uses.merge(key(candidates.get(i).get(level[i])), 1, Integer::sum);
        }
        return uses;
    }

    private static List<String> numbered(List<List<String>> candidates, int[] level) {
        Map<String, Integer> taken = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < level.length; i++) {
            String name = candidates.get(i).get(level[i]);
            String chosen = name;
            while (taken.containsKey(key(chosen))) {
                chosen = name + " (" + taken.merge(key(name), 1, Integer::sum) + ")";
            }
            taken.put(key(chosen), 1);
            names.add(chosen);
        }
        return names;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
