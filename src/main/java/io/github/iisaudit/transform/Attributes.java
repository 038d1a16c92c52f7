package io.github.iisaudit.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of an element in their order. Many of them are looked up by the names behind their prefixes. */
final class Attributes {

    /** So few are gone through sooner than an index is made. */
    private static final int FEW = 32;

    private final List<Attribute> all = new ArrayList<>();
    private final Near near = new Near();

    /** Made when something is looked up; those of one name in their order. */
    private @Nullable Map<String, List<Attribute>> byLocal;

    /** To be looked at only. */
    List<Attribute> all() {
        return all;
    }

    /** The first one of a name as written. */
    @Nullable
    Attribute find(String written) {
        for (Attribute attribute : candidates(written.substring(written.indexOf(':') + 1))) {
            if (attribute.name().written().equals(written)) {
                return attribute;
            }
        }
        return null;
    }

    /** The first one of a name in a namespace. */
    @Nullable
    Attribute find(String local, String uri) {
        for (Attribute attribute : candidates(local)) {
            if (attribute.name().local().equals(local) && attribute.name().uri().equals(uri)) {
                return attribute;
            }
        }
        return null;
    }

    void add(Attribute attribute) {
        all.add(attribute);
        if (byLocal != null) {
            index(attribute, byLocal);
        }
    }

    /** Puts another one of the same name, but for its prefix, in the place of one. */
    void replace(Attribute attribute, Attribute other) {
        all.set(near.indexOf(attribute, all), other);
        if (byLocal != null) {
            List<Attribute> same = same(attribute, byLocal);
            same.set(new Near().indexOf(attribute, same), other);
        }
    }

    void remove(Attribute attribute) {
        int at = near.indexOf(attribute, all);
        if (at < 0) {
            return;
        }
        all.remove(at);
        if (byLocal != null) {
            List<Attribute> same = same(attribute, byLocal);
            same.remove(new Near().indexOf(attribute, same));
        }
    }

    private List<Attribute> candidates(String local) {
        Map<String, List<Attribute>> index = byLocal;
        if (index == null) {
            if (all.size() <= FEW) {
                return all;
            }
            index = new HashMap<>();
            for (Attribute attribute : all) {
                index(attribute, index);
            }
            byLocal = index;
        }
        return index.getOrDefault(local, List.of());
    }

    private static void index(Attribute attribute, Map<String, List<Attribute>> index) {
        same(attribute, index).add(attribute);
    }

    private static List<Attribute> same(Attribute attribute, Map<String, List<Attribute>> index) {
        String local = attribute.name().local();
        List<Attribute> same = index.get(local);
        if (same == null) {
            same = new ArrayList<>(1);
            index.put(local, same);
        }
        return same;
    }
}
