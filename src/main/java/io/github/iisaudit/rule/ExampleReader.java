package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the examples of a rule file. */
final class ExampleReader {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> PARTS = Set.of("pool", "bindings", "host", "web", "sections", "file");

    private ExampleReader() {}

    static List<Rule.Example> read(RuleElement element, int least) throws RuleException {
        element.allow(NONE, Set.of("bad", "good"));
        List<Rule.Example> examples = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RuleElement child : element.children()) {
            Rule.Example example = example(child);
            if (!names.add(example.name())) {
                throw child.wrongAt("name", "a second example '" + example.name() + "'");
            }
            examples.add(example);
        }
        for (String kind : List.of("bad", "good")) {
            int count = element.children(kind).size();
            if (count < least) {
                throw element.wrong("at least " + least + " <" + kind + "> expected, not " + count);
            }
        }
        return examples;
    }

    private static Rule.Example example(RuleElement element) throws RuleException {
        boolean isBad = element.name().equals("bad");
        element.allow(isBad ? Set.of("name", "marks", "line") : Set.of("name"), PARTS);
        int line = line(element);
        // An empty file has a line, but no text to mark.
        boolean needsMarks = isBad && line == 0;
        String marks = needsMarks
                ? element.attribute("marks")
                : element.optionalAttribute("marks").orElse("");
        String name = element.attribute("name");
        String text = RuleText.block(element.raw());
        int ruleLine = element.element().span().line();
        return new Rule.Example(isBad, name, marks, line, files(element), text, ruleLine);
    }

    private static int line(RuleElement element) throws RuleException {
        String line = element.optionalAttribute("line").orElse("0");
        boolean isNumber = line.length() < 6 && line.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || line.isEmpty()) {
            throw element.wrongAt("line", "line '" + line + "' is no line");
        }
        return Integer.parseInt(line);
    }

    private static Map<String, String> files(RuleElement example) throws RuleException {
        ExampleServer server = new ExampleServer();
        for (RuleElement part : example.children()) {
            boolean isPlaced = part.name().equals("web") || part.name().equals("file");
            // Inside a part stands configuration, which the configuration system judges.
            part.allowAttributes(isPlaced ? Set.of("path") : NONE);
            String path = isPlaced ? part.attribute("path") : "";
            if (part.name().equals("web") && !path.startsWith("/")) {
                throw part.wrongAt("path", "path '" + path + "' does not begin with '/'");
            }
            server.add(part.name(), path, part.raw());
        }
        return server.files();
    }
}
