package io.github.iisaudit.rule;

import io.github.iisaudit.config.Schema;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compiles the program's rules at build time, so that neither XML nor XPaths are read when it starts. The same rules give the same
 * bytes. Used for one catalogue.
 */
public final class CatalogueWriter {

    private static final int SEVEN_BITS = 0x7F;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

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
        writer.number(rules.size());
        rules.forEach(writer::rule);
        byte[] body = writer.bytes.toByteArray();
        writer.bytes = new ByteArrayOutputStream();
        writer.strings();
        writer.bytes.writeBytes(body);
        return writer.bytes.toByteArray();
    }

    private void strings() {
        number(strings.size());
        strings.keySet().forEach(string -> number(string.length()));
        byte[] all = String.join("", strings.keySet()).getBytes(StandardCharsets.UTF_8);
        number(all.length);
        bytes.writeBytes(all);
    }

    private void rule(Rule rule) {
        string(rule.id());
        number(rule.severity().ordinal());
        number(rule.confidence().ordinal());
        string(rule.section());
        number(rule.subject().ordinal());
        string(rule.title());
        xpath(rule.flag());
        template(rule.label());
        template(rule.message());
        number(rule.cases().size());
        for (Rule.Case it : rule.cases()) {
            xpath(it.when());
            number(it.severity().map(Enum::ordinal).orElse(-1) + 1);
            number(it.confidence().map(Enum::ordinal).orElse(-1) + 1);
            template(it.message());
        }
        number(rule.fixes().size());
        for (Rule.Fix fix : rule.fixes()) {
            number(fix.when().isPresent() ? 1 : 0);
            fix.when().ifPresent(this::xpath);
            template(fix.text());
        }
        number(rule.reads().size());
        new TreeSet<>(rule.reads()).forEach(this::string);
    }

    private void template(Template template) {
        number(template.parts().size());
        for (Template.Part part : template.parts()) {
            number(part.xpath() == null ? 0 : 1);
            if (part.xpath() == null) {
                string(part.text());
            } else {
                xpath(part.xpath());
            }
        }
    }

    /** With the size of the expression, so that it can be stepped over. */
    private void xpath(SafeXPath xpath) {
        string(xpath.toString());
        ByteArrayOutputStream around = bytes;
        bytes = new ByteArrayOutputStream();
        new ExpressionWriter(this).write(xpath.expression());
        byte[] expression = bytes.toByteArray();
        bytes = around;
        number(expression.length);
        bytes.writeBytes(expression);
    }

    void string(String string) {
        Integer known = strings.putIfAbsent(string, strings.size());
        number(known == null ? strings.size() - 1 : known);
    }

    void number(int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            bytes.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        bytes.write(rest);
    }
}
