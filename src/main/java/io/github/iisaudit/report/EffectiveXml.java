package io.github.iisaudit.report;

import io.github.iisaudit.config.EffectiveSection;
import io.github.iisaudit.config.Scope;
import io.github.iisaudit.rule.ScopeXml;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Effective configuration as rules see it: the document of one path by itself, several within {@code <scopes>}.
 */
final class EffectiveXml implements EffectiveReporter {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String INDENT = "  ";

    private final Writer out;

    /** The first document, as long as it is not known whether another follows. */
    private String first = "";

    private boolean isWrapped;

    EffectiveXml(Writer out) {
        this.out = out;
    }

    @Override
    public void server(String name, String root) {
        // every scope names its server
    }

    @Override
    public void scope(Scope scope, List<EffectiveSection> sections) throws IOException {
        if (isWrapped) {
            out.write(ScopeXml.of(scope, sections, INDENT));
        } else if (first.isEmpty()) {
            first = ScopeXml.of(scope, sections, "");
        } else {
            isWrapped = true;
            out.write(DECLARATION + "<scopes>\n" + first.indent(INDENT.length()));
            scope(scope, sections);
        }
    }

    @Override
    public void end() throws IOException {
        out.write(isWrapped ? "</scopes>\n" : DECLARATION + first);
    }
}
