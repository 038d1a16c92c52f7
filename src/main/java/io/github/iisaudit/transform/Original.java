package io.github.iisaudit.transform;

import io.github.iisaudit.xml.SourceText;
import org.jspecify.annotations.Nullable;

/** A document as it was before any transform; read when somebody asks what was there. */
final class Original {

    private final SourceText source;
    private @Nullable Document document;

    Original(SourceText source) {
        this.source = source;
    }

    Document document() {
        Document read = document;
        if (read == null) {
            read = TreeReader.read(source, true);
            document = read;
        }
        return read;
    }
}
