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

    /** The root element of the last document, and its shape where another one may go on with what it holds. */
    private @Nullable EffectiveElement root;

    private @Nullable Inputs shape;
    private boolean goesOn;

    /**
     * Begins a document; somebody is told what is looked at, nobody where null.
     *
     * @param newShape where known, and where the document holds nothing that its shape and its parts do not tell
     */
    void begin(EffectiveElement scope, @Nullable Onlooker told, @Nullable Inputs newShape) {
        goesOn = root != null && told == onlooker && newShape != null && newShape.equals(shape);
        if (goesOn && root != null) {
            scope.takeOver(root);
        }
        onlooker = told;
        root = scope;
        shape = newShape;
    }

    /** Whether a subtree stands where it belongs in the document that goes on with the last one. */
    boolean isThere(String key, Object from) {
        Made last = made.get(key);
        return goesOn && last != null && last.from == from;
    }

    /**
     * The subtree of a section that is to be added; null where it stands where it belongs.
     *
     * @param from what it is made of, told apart as an object
     */
    @Nullable
    EffectiveElement section(String path, Object from, Supplier<EffectiveElement> make) {
        EffectiveElement element = last(path, from, make);
        if (isToWatch(element)) {
            watch(element, Part.section(path));
        }
        return goesOn ? null : element;
    }

    /** The same for another part. */
    @Nullable
    EffectiveElement part(String name, Part part, Object from, Supplier<EffectiveElement> make) {
        EffectiveElement element = last(name, from, make);
        if (isToWatch(element)) {
            watch(element, part);
        }
        return goesOn ? null : element;
    }

    private EffectiveElement last(String key, Object from, Supplier<EffectiveElement> make) {
        Made last = made.get(key);
        if (last == null || last.from != from) {
            EffectiveElement element = make.get();
            if (goesOn && last != null) {
                last.element.giveWayTo(element);
            }
            last = new Made(from, element);
            made.put(key, last);
        }
        if (!goesOn) {
            last.element.leave();
        }
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
