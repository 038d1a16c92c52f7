package io.github.iisaudit.cli;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.report.EffectiveReporter;
import io.github.iisaudit.report.Presentation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins to write with the first path that has something to show, so that a mistake in what was asked for writes
 * nothing.
 */
final class FirstMatch implements EffectiveReporter {

    private final EffectiveReporter.Kind kind;
    private final Presentation presentation;
    private final Writer out;
    private final boolean isFleet;
    private @Nullable EffectiveReporter reporter;
    private String server = "";
    private String root = "";
    private boolean isServerWritten;
    private List<String> refused = List.of();

    FirstMatch(EffectiveReporter.Kind kind, Presentation presentation, Writer out, boolean isFleet) {
        this.kind = kind;
        this.presentation = presentation;
        this.out = out;
        this.isFleet = isFleet;
    }

    @Override
    public void server(String name, String itsRoot) {
        server = name;
        root = itsRoot;
        isServerWritten = false;
    }

    @Override
    public void scope(Scope scope, List<EffectiveSection> sections) throws IOException {
        if (sections.isEmpty()) {
            return;
        }
        EffectiveReporter begun = reporter == null ? kind.reporter(presentation, out, isFleet) : reporter;
        reporter = begun;
        begun.refused(refused);
        if (!isServerWritten) {
            begun.server(server, root);
            isServerWritten = true;
        }
        begun.scope(scope, sections);
    }

    @Override
    public void refused(List<String> sentences) {
        refused = sentences;
    }

    @Override
    public void end() throws IOException {
        if (reporter != null) {
            reporter.end();
        }
    }

    /** Whether nothing was written. */
    boolean isEmpty() {
        return reporter == null;
    }
}
