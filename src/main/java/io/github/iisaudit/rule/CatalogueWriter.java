package io.github.iisaudit.rule;

import io.github.iisaudit.config.Schema;
import io.github.iisaudit.xpath.Compilation;
import io.github.iisaudit.xpath.SafeXPath;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dom4j.DocumentHelper;

/**
 * Compiles the program's rules at build time, so that neither XML nor XPaths are read when it starts. The same rules give the same
 * bytes. Used for one catalogue.
 */
public final class CatalogueWriter {

    private final Compilation out = new Compilation();

    /** What rules looked at so far, each with its number from 1 on. */
    private final Map<Set<String>, Integer> reads = new HashMap<>();

    private CatalogueWriter() {}

    /**
     * Writes the catalogue of the rules on the class path; run by the build.
     *
     * @param arguments the file to write
     * @throws RuleException if a rule is broken
     */
    public static void main(String[] arguments) throws RuleException, IOException {
        List<Rule> rules = RuleCatalogue.readFiles(Schema.builtIn().paths()::contains);
        try (OutputStream file = new FileOutputStream(arguments[0])) {
            file.write(compile(rules));
        }
    }

    /** The compiled form of rules. */
    static byte[] compile(List<Rule> rules) {
        CatalogueWriter writer = new CatalogueWriter();
        writer.out.number(rules.size());
        rules.forEach(writer::rule);
        return writer.out.bytes();
    }

    private void rule(Rule rule) {
        out.string(rule.id());
        out.number(rule.severity().ordinal());
        out.number(rule.confidence().ordinal());
        out.string(rule.section());
        out.number(rule.subject().ordinal());
        out.number(rule.isSaidOnce() ? 1 : 0);
        out.string(rule.title());
        optional(rule.when());
        out.xpath(rule.flag());
        template(rule.label());
        template(rule.message());
        out.number(rule.cases().size());
        for (Rule.Case it : rule.cases()) {
            out.xpath(it.when());
            out.number(it.severity().map(Enum::ordinal).orElse(-1) + 1);
            out.number(it.confidence().map(Enum::ordinal).orElse(-1) + 1);
            template(it.message());
        }
        out.number(rule.fixes().size());
        for (Rule.Fix fix : rule.fixes()) {
            optional(fix.when());
            template(fix.text());
        }
        reads(rule.reads().when());
        reads(rule.reads().flag());
        reads(rule.reads().all());
    }

    private void optional(Optional<SafeXPath> xpath) {
        out.number(xpath.isPresent() ? 1 : 0);
        xpath.ifPresent(out::xpath);
    }

    /** Rules often look at the same, which is written once, and read once. */
    private void reads(Set<String> paths) {
        Integer known = reads.get(paths);
        out.number(known == null ? 0 : known);
        if (known == null) {
            reads.put(paths, reads.size() + 1);
            out.number(paths.size());
            new TreeSet<>(paths).forEach(out::string);
        }
    }

    /** With its size, so that it can be stepped over. A sentence that is always the same is written as it is shown. */
    private void template(Template template) {
        out.sized(() -> {
            if (template.xpaths().isEmpty()) {
                out.number(1);
                out.number(0);
                out.string(template.render(DocumentHelper.createDocument()));
                return;
            }
            out.number(template.parts().size());
            for (Template.Part part : template.parts()) {
                out.number(part.xpath() == null ? 0 : 1);
                if (part.xpath() == null) {
                    out.string(part.text());
                } else {
                    out.xpath(part.xpath());
                }
            }
        });
    }
}
