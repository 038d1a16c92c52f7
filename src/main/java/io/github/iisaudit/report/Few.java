package io.github.iisaudit.report;

import java.util.List;
import java.util.function.Consumer;

/** Of many like remarks of one finding those that people are shown, and a word about the rest; JSON has them all. */
final class Few {

    private static final int SHOWN = 8;

    private final boolean areAll;

    /** @param areAll whether people are to see all of them */
    Few(boolean areAll) {
        this.areAll = areAll;
    }

    /** Shows the first of them, and says how many others there are. */
    <T> void show(List<T> all, Consumer<T> shown, Consumer<String> rest) {
        int count = areAll || all.size() <= SHOWN + 1 ? all.size() : SHOWN;
        all.subList(0, count).forEach(shown);
        if (count < all.size()) {
            rest.accept((all.size() - count) + " more of this kind: --full or --format json has them all");
        }
    }
}
