package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the part of a rule file that {@code explain} prints. */
final class DocumentationReader {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> LANGUAGES = Set.of("appcmd", "powershell", "config");

    private DocumentationReader() {}

    static Rule.Documentation read(RuleElement rule) throws RuleException {
        return new Rule.Documentation(
                paragraphs(rule, "rationale", NONE),
                paragraphs(rule, "affected", NONE),
                paragraphs(rule, "confirm", NONE),
                paragraphs(rule, "remediation", LANGUAGES),
                snippets(rule),
                references(rule.child("references")));
    }

    private static String paragraphs(RuleElement rule, String name, Set<String> children) throws RuleException {
        var element = rule.optionalChild(name);
        if (element.isEmpty()) {
            return "";
        }
        element.get().allow(NONE, children);
        return RuleText.paragraphs(element.get().text());
    }

    private static List<Rule.Snippet> snippets(RuleElement rule) throws RuleException {
        List<Rule.Snippet> snippets = new ArrayList<>();
        var remediation = rule.optionalChild("remediation");
        if (remediation.isEmpty()) {
            return snippets;
        }
        for (RuleElement element : remediation.get().children()) {
            boolean isMarkup = element.name().equals("config");
            if (!isMarkup) {
                element.allow(NONE, NONE);
            }
            String text = RuleText.block(isMarkup ? element.raw() : element.text());
            snippets.add(new Rule.Snippet(element.name(), text));
        }
        return snippets;
    }

    private static List<Rule.Reference> references(RuleElement element) throws RuleException {
        element.allow(NONE, Set.of("ref"));
        List<Rule.Reference> references = new ArrayList<>();
        for (RuleElement ref : element.children("ref")) {
            ref.allow(Set.of("href"), NONE);
            references.add(new Rule.Reference(ref.requiredText(), ref.attribute("href")));
        }
        if (references.isEmpty()) {
            throw element.wrong("<references> has no <ref>");
        }
        return references;
    }
}
