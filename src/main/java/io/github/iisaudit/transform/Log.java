package io.github.iisaudit.transform;

import io.github.iisaudit.transform.Message.Severity;
import io.github.iisaudit.xml.Secrets;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes up while documents are transformed, in order. Warnings may be silenced. */
final class Log {

    private final List<Message> messages = new ArrayList<>();
    private boolean isSilent;

    /** What came up so far. */
    List<Message> messages() {
        return messages;
    }

    /** Whether warnings are left out from now on. */
    void silence(boolean isWanted) {
        isSilent = isWanted;
    }

    /** @param element the element of the transform; null where it is about the whole file */
    void warn(String text, Span place, @Nullable Element element) {
        if (!isSilent) {
            add(Severity.WARNING, text, place, element);
        }
    }

    void error(TransformException e, Span place, @Nullable Element element) {
        add(Severity.ERROR, e.text(), e.place().orElse(place), element);
    }

    void fail(TransformException e, Span place, Element element) {
        add(Severity.FAILURE, e.text(), place, element);
    }

    private void add(Severity severity, String text, Span place, @Nullable Element element) {
        messages.add(new Message(severity, Secrets.hidden(text), place, element == null ? null : element.place()));
    }
}
