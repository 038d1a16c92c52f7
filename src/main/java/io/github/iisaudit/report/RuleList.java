package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The rules by name. */
public final class RuleList {

    private RuleList() {}

    /** Text: a rule's severity, confidence and id, its title below. */
    public static String text(List<Rule> rules, Presentation presentation) {
        Colours colours = new Colours(presentation.isColoured());
        Page page = new Page(presentation.width());
        for (Rule rule : rules) {
            String severity = Glyphs.pad(rule.severity().id(), 7);
            String confidence = Glyphs.pad(rule.confidence().id(), 6);
            page.line(colours.severity(rule.severity(), severity) + "  " + confidence + "  " + Glyphs.clean(rule.id()));
            page.wrapped(" ".repeat(17), rule.title());
        }
        page.gap().line(Plural.of(rules.size(), "rule") + "; more about one: iisaudit explain RULE");
        return page.toString();
    }

    /** JSON: {@code {"schemaVersion": 1, "rules": [{"id", "severity", "confidence", "section", "title"}]}}. */
    public static void json(List<Rule> rules, Writer out) throws IOException {
        JsonText json = new JsonText(out);
        json.document(() -> {
            json.field("schemaVersion", 1);
            json.objects("rules", rules, r -> {
                json.field("id", r.id());
                json.field("severity", r.severity().id());
                json.field("confidence", r.confidence().id());
                json.field("section", r.section());
                json.field("title", r.title());
            });
        });
    }
}
