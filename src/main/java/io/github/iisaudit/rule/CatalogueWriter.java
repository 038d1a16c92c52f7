package io.github.iisaudit.rule;

import io.github.iisaudit.config.Schema;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
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

    /** Strings of ASCII and others, each with its place. */
    private final Map<String, Integer> narrow = new LinkedHashMap<>();

    private final Map<String, Integer> wide = new LinkedHashMap<>();
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
        writer.strings(writer.narrow, StandardCharsets.ISO_8859_1);
        writer.strings(writer.wide, StandardCharsets.UTF_8);
        writer.bytes.writeBytes(body);
        return writer.bytes.toByteArray();
    }

    private void strings(Map<String, Integer> strings, Charset charset) {
        number(strings.size());
        strings.keySet().forEach(string -> number(string.length()));
        byte[] all = String.join("", strings.keySet()).getBytes(charset);
        number(all.length);
        bytes.writeBytes(all);
    }

    private void rule(Rule rule) {
        string(rule.id());
        number(rule.severity().ordinal());
        number(rule.confidence().ordinal());
        string(rule.section());
        number(rule.subject().ordinal());
        number(rule.isSaidOnce() ? 1 : 0);
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

    /** With its size, so that it can be stepped over. */
    private void template(Template template) {
        sized(() -> {
            number(template.parts().size());
            for (Template.Part part : template.parts()) {
                number(part.xpath() == null ? 0 : 1);
                if (part.xpath() == null) {
                    string(part.text());
                } else {
                    xpath(part.xpath());
                }
            }
        });
    }

    private void xpath(SafeXPath xpath) {
        string(xpath.toString());
        sized(() -> new ExpressionWriter(this).write(xpath.expression()));
    }

    private void sized(Runnable content) {
        ByteArrayOutputStream around = bytes;
        bytes = new ByteArrayOutputStream();
        content.run();
        byte[] written = bytes.toByteArray();
        bytes = around;
        number(written.length);
        bytes.writeBytes(written);
    }

    void string(String string) {
        boolean isNarrow = string.chars().allMatch(c -> c <= SEVEN_BITS);
        Map<String, Integer> strings = isNarrow ? narrow : wide;
        strings.putIfAbsent(string, strings.size());
        number(strings.get(string) * 2 + (isNarrow ? 0 : 1));
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
