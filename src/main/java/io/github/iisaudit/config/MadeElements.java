package io.github.iisaudit.config;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The subtrees of the last document, which are moved to the next one where they are the same there. Not thread-safe. */
final class MadeElements {

    /** The subtree made last for a key, and what it was made of. */
    private record Made(Object from, EffectiveElement element) {}

    private final Map<String, Made> made = new HashMap<>();
    private @Nullable Onlooker onlooker;

    /** Begins a document; somebody is told what is looked at, nobody where null. */
    void begin(@Nullable Onlooker told) {
        onlooker = told;
    }

    /** The subtree of a section. @param from what it is made of, told apart as an object */
    EffectiveElement section(String path, Object from, Supplier<EffectiveElement> make) {
        EffectiveElement element = last(path, from, make);
        if (isToWatch(element)) {
            watch(element, Part.section(path));
        }
        return element;
    }

    /** The subtree of another part. */
    EffectiveElement part(String name, Part part, Object from, Supplier<EffectiveElement> make) {
        EffectiveElement element = last(name, from, make);
        if (isToWatch(element)) {
            watch(element, part);
        }
        return element;
    }

    private EffectiveElement last(String key, Object from, Supplier<EffectiveElement> make) {
        Made last = made.get(key);
        if (last == null || last.from != from) {
            last = new Made(from, make.get());
            made.put(key, last);
        }
        last.element.leave();
        return last.element;
    }

    private boolean isToWatch(EffectiveElement element) {
        Watch before = element.watch();
        return onlooker == null ? before != null : before == null || !before.isFor(onlooker);
    }

    private void watch(EffectiveElement element, Part part) {
        element.watchedBy(onlooker == null ? null : Watch.of(onlooker, part));
    }
}
