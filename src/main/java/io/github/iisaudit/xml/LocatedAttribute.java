package io.github.iisaudit.xml;

import java.util.Optional;
import org.dom4j.QName;
import org.dom4j.tree.DefaultAttribute;
import org.jspecify.annotations.Nullable;

/** An attribute that knows where it was written. What is secret in its value is hidden: see {@link Secrets}. */
public final class LocatedAttribute extends DefaultAttribute implements Located {

    private static final long serialVersionUID = 1L;

    private final transient SourceText source;
    private final int start;
    private final int valueStart;
    private final int valueEnd;
    private boolean isHidden;
    private transient @Nullable LocatedAttribute over;

    /**
     * @param start offset of the name
     * @param valueStart after the opening quote
     * @param valueEnd before the closing quote
     */
    LocatedAttribute(QName name, String value, SourceText source, int start, int valueStart, int valueEnd) {
        super(name, value);
        this.source = source;
        this.start = start;
        this.valueStart = valueStart;
        this.valueEnd = valueEnd;
    }

    /** From now on the value is what may be seen of it. */
    void hide(String shown) {
        if (!shown.equals(value)) {
            value = shown;
            isHidden = true;
        }
    }

    void writeOver(LocatedAttribute other) {
        over = other;
    }

    /** What it was written over, where a deployment changed the file: it has its place in another file, or before. */
    public Optional<LocatedAttribute> over() {
        return Optional.ofNullable(over);
    }

    /** Whether another attribute has the same value, hidden or not: of a hidden one that is to be told by what is written only. */
    public boolean hasSameValue(LocatedAttribute other) {
        return value.equals(other.value)
                && isHidden == other.isHidden
                && (!isHidden || valueSpan().text().equals(other.valueSpan().text()));
    }

    /** Whether the value is not what was written. */
    public boolean isHidden() {
        return isHidden;
    }

    /** What tells it from others of another value, hidden or not; to be compared, and never to be shown. */
    public String identity() {
        return isHidden ? valueSpan().text() : value;
    }

    /** The name, the equals sign and the quoted value. */
    @Override
    public Span span() {
        return new Span(source, start, valueEnd + 1);
    }

    /** The value as written, without its quotes. */
    public Span valueSpan() {
        return new Span(source, valueStart, valueEnd);
    }
}
