package io.github.iisaudit.report;

import io.github.iisaudit.fix.FileSplice;
import io.github.iisaudit.fix.LeftOut;
import io.github.iisaudit.fix.Mended;
import io.github.iisaudit.fix.Patch;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.xml.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What would mend findings, for programs. */
final class FixJson {

    private final JsonText json;

    private FixJson(Writer out) throws IOException {
        json = new JsonText(out);
    }

    private record Of(FixReport.Server server, Mended mended) {}

    static List<String> render(FixReport report, Presentation presentation, Writer out) throws IOException {
        new FixJson(out).render(report, presentation);
        return List.of();
    }

    private void render(FixReport report, Presentation presentation) throws IOException {
        List<Of> all = new ArrayList<>();
        report.servers().forEach(server -> server.fix().mended().forEach(it -> all.add(new Of(server, it))));
        json.document(() -> {
            json.head(presentation.version());
            json.objects("mended", all, this::mended);
            json.objects("leftOut", report.leftOut(), this::leftOut);
        });
    }

    private void mended(Of it) throws IOException {
        json.field("server", it.server.fix().name());
        if (it.mended.finding().isPresent()) {
            finding(it.mended.finding().get());
        }
        json.field("what", it.mended.what());
        json.objects("edits", it.mended.splices(), splice -> edit(it.server, splice));
    }

    private void finding(Finding finding) throws IOException {
        json.field("rule", finding.rule().id());
        json.field("file", finding.place().file());
        json.field("line", finding.place().line());
        json.field("column", finding.place().column());
        json.field("fingerprint", finding.fingerprint());
    }

    private void edit(FixReport.Server server, FileSplice edit) throws IOException {
        json.field("file", edit.file());
        for (Patch patch : server.fix().patches()) {
            if (patch.file().equals(edit.file())) {
                Span span = new Span(
                        patch.text().source(),
                        edit.splice().start(),
                        edit.splice().end());
                json.field("line", span.line());
                json.field("column", span.column());
                json.field("endLine", span.endLine());
                json.field("endColumn", span.endColumn());
            }
        }
        json.field("text", edit.splice().text());
    }

    private void leftOut(LeftOut left) throws IOException {
        json.field("server", left.finding().server());
        finding(left.finding());
        json.field("reason", left.reason());
    }
}
