package io.github.iisaudit.transform;

import java.util.List;

/** Finds things of a list around where the last one was found: whoever goes through all of them asks for one after the other. */
final class Near {

    private int last;

    /** Where a thing itself, and not only one like it, stands; negative where it does not. */
    int indexOf(Object wanted, List<?> all) {
        int before = Math.min(last, all.size() - 1);
        for (int after = before + 1; before >= 0 || after < all.size(); after++) {
            if (before >= 0 && all.get(before) == wanted) {
                last = before;
                return before;
            }
            if (after < all.size() && all.get(after) == wanted) {
                last = after;
                return after;
            }
            before--;
        }
        return -1;
    }
}
