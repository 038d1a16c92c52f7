package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Two ways through findings in the order of the report as one. Used once. */
final class InOrderOfReport implements Iterator<Finding> {

    private final Iterator<Finding> one;
    private final Iterator<Finding> other;
    private @Nullable Finding ofOne;
    private @Nullable Finding ofOther;

    InOrderOfReport(Iterator<Finding> one, Iterator<Finding> other) {
        this.one = one;
        this.other = other;
        this.ofOne = next(one);
        this.ofOther = next(other);
    }

    private static @Nullable Finding next(Iterator<Finding> from) {
        return from.hasNext() ? from.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ofOne != null || ofOther != null;
    }

    @Override
    public Finding next() {
        Finding a = ofOne;
        Finding b = ofOther;
        if (a != null && (b == null || Finding.IN_REPORT.compare(a, b) <= 0)) {
            ofOne = next(one);
            return a;
        } else if (b != null) {
            ofOther = next(other);
            return b;
        }
        throw new NoSuchElementException();
    }
}
