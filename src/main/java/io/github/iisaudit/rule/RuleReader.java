package io.github.iisaudit.rule;

import io.github.iisaudit.xml.Quoting;
import io.github.iisaudit.xml.UnreadableXmlException;
import io.github.iisaudit.xml.XmlReader;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads rule files; {@code rules/rule.xsd} and {@code rules/README.md} describe them. A file is read whole or refused.
 * Not safe for use by several threads.
 */
public final class RuleReader {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> COMMANDS = Quoting.ids();
    private static final Set<String> ATTRIBUTES = Set.of("id", "severity", "confidence", "section", "scope", "once");
    private static final Set<String> CHILDREN = Set.of(
            "title",
            "flag",
            "label",
            "message",
            "case",
            "fix",
            "remedy",
            "rationale",
            "affected",
            "confirm",
            "remediation",
            "references",
            "examples");

    private final Predicate<String> isSection;
    private final int leastExamples;
    private final XmlReader xml = XmlReader.ofDescriptions();

    /**
     * @param isSection whether there is a section of this path, such as {@code system.webServer/security/access}
     * @param leastExamples how many bad and how many good examples a rule must have at least
     */
    public RuleReader(Predicate<String> isSection, int leastExamples) {
        this.isSection = isSection;
        this.leastExamples = leastExamples;
    }

    /**
     * Reads one rule.
     *
     * @param file the path to show in messages, with forward slashes; its last name tells the rule's id
     * @throws RuleException if anything in it is missing, unknown or wrong
     */
    public Rule read(String file, byte[] bytes) throws RuleException {
        RuleElement rule = root(file, bytes);
        Rule.Manual manual = new Rule.Manual(
                DocumentationReader.read(rule),
                ExampleReader.read(rule.child("examples"), leastExamples),
                RemedyReader.read(rule));
        return read(rule, file, () -> manual);
    }

    private RuleElement root(String file, byte[] bytes) throws RuleException {
        RuleElement rule;
        try {
            rule = new RuleElement(xml.read(file, bytes));
        } catch (UnreadableXmlException e) {
            throw new RuleException(e.span(), String.valueOf(e.getMessage()));
        }
        if (!rule.name().equals("rule")) {
            throw rule.wrong("<rule> expected instead of <" + rule.name() + ">");
        }
        rule.allow(ATTRIBUTES, CHILDREN);
        return rule;
    }

    private Rule read(RuleElement rule, String file, Supplier<Rule.Manual> manual) throws RuleException {
        Rule.Subject subject = subject(rule);
        String section = section(rule, subject);
        Rule read = new Rule(
                id(rule, file),
                rule.attribute("severity", Severity.values()),
                rule.attribute("confidence", Confidence.values()),
                section,
                subject,
                isSaidOnce(rule),
                textOf(rule, "title").requiredText(),
                when(rule.child("flag"), subject, section),
                flag(rule.child("flag")),
                label(rule),
                message(templateOf(rule, "message")),
                cases(rule),
                fixes(rule),
                Reads.NOTHING,
                manual,
                file);
        return subject == Rule.Subject.PATH ? read.reading(Reads.of(read)) : read;
    }

    private static boolean isSaidOnce(RuleElement rule) throws RuleException {
        String once = rule.optionalAttribute("once").orElse("");
        if (!once.isEmpty() && !once.equals("server")) {
            throw rule.wrongAt("once", "once '" + once + "' is not 'server'");
        }
        return !once.isEmpty();
    }

    private static String id(RuleElement rule, String file) throws RuleException {
        String id = rule.attribute("id");
        if (!isKebabCase(id)) {
            throw rule.wrongAt("id", "id '" + id + "' is not in kebab-case: lower-case words with '-' between them");
        }
        if (!file.substring(file.lastIndexOf('/') + 1).equals(id + ".xml")) {
            throw rule.wrongAt("id", "id '" + id + "' is unlike the name of the file");
        }
        return id;
    }

    /** At least two words, of which the first begins with a letter: a defect's name, not its number. */
    private static boolean isKebabCase(String id) {
        String[] words = id.split("-", -1);
        for (String word : words) {
            if (word.isEmpty() || !word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return words.length > 1 && !Character.isDigit(id.charAt(0));
    }

    private static Rule.Subject subject(RuleElement rule) throws RuleException {
        String scope = rule.optionalAttribute("scope").orElse("");
        return switch (scope) {
            case "" -> Rule.Subject.PATH;
            case "file" -> Rule.Subject.FILE;
            case "transform" -> Rule.Subject.TRANSFORM;
            case "suppression" -> Rule.Subject.SUPPRESSION;
            case "change" -> Rule.Subject.CHANGE;
            case "name" -> Rule.Subject.NAME;
            default ->
                throw rule.wrongAt(
                        "scope",
                        "scope '" + scope
                                + "' is unknown: it can only be file, transform, suppression, change or name");
        };
    }

    private String section(RuleElement rule, Rule.Subject subject) throws RuleException {
        String section = rule.optionalAttribute("section").orElse("");
        boolean isKnown = switch (subject) {
            case PATH -> section.isEmpty() || section.equals("*") || isSection.test(section);
            case FILE -> section.isEmpty() || isSection.test(section);
            case TRANSFORM, SUPPRESSION, CHANGE, NAME -> section.isEmpty();
        };
        if (!isKnown) {
            throw rule.wrongAt("section", "unknown section '" + section + "'");
        }
        return section;
    }

    /** What has to hold of the element that the flag starts from, where that is one section's. */
    private static Optional<SafeXPath> when(RuleElement flag, Rule.Subject subject, String section)
            throws RuleException {
        boolean isOfSection = subject == Rule.Subject.PATH && !section.isEmpty() && !section.equals("*");
        flag.allow(isOfSection ? Set.of("when") : NONE, NONE);
        return condition(flag);
    }

    private static SafeXPath flag(RuleElement element) throws RuleException {
        SafeXPath flag = element.xpath();
        if (!flag.selectsNodes()) {
            throw element.wrong("<flag>: must select nodes; put a condition in brackets: self::*[…]");
        }
        return flag;
    }

    private static Template message(RuleElement element) throws RuleException {
        element.requiredText();
        return element.template();
    }

    private static Template label(RuleElement rule) throws RuleException {
        return rule.optionalChild("label").isPresent()
                ? templateOf(rule, "label").template()
                : Template.EMPTY;
    }

    private static RuleElement templateOf(RuleElement rule, String name) throws RuleException {
        RuleElement child = rule.child(name);
        child.allow(NONE, COMMANDS);
        commands(child);
        return child;
    }

    private static void commands(RuleElement template) throws RuleException {
        for (RuleElement command : template.children()) {
            command.allow(NONE, NONE);
        }
    }

    private static RuleElement textOf(RuleElement rule, String name) throws RuleException {
        RuleElement child = rule.child(name);
        child.allow(NONE, NONE);
        return child;
    }

    private static List<Rule.Case> cases(RuleElement rule) throws RuleException {
        List<Rule.Case> cases = new ArrayList<>();
        for (RuleElement element : rule.children("case")) {
            element.allow(Set.of("when", "severity", "confidence"), COMMANDS);
            commands(element);
            SafeXPath when = element.xpath("when");
            Optional<Severity> severity = element.optionalAttribute("severity", Severity.values());
            Optional<Confidence> confidence = element.optionalAttribute("confidence", Confidence.values());
            Template message = element.template();
            if (message.isEmpty() && severity.isEmpty() && confidence.isEmpty()) {
                throw element.wrong("<case> says nothing and changes nothing");
            }
            cases.add(new Rule.Case(when, severity, confidence, message));
        }
        return cases;
    }

    private static Optional<SafeXPath> condition(RuleElement element) throws RuleException {
        return element.optionalAttribute("when").isPresent() ? Optional.of(element.xpath("when")) : Optional.empty();
    }

    private static List<Rule.Fix> fixes(RuleElement rule) throws RuleException {
        List<Rule.Fix> fixes = new ArrayList<>();
        for (RuleElement element : rule.children("fix")) {
            element.allow(Set.of("when"), COMMANDS);
            commands(element);
            element.requiredText();
            fixes.add(new Rule.Fix(condition(element), element.template()));
        }
        if (fixes.isEmpty()) {
            throw rule.wrong("<rule> has no <fix>");
        }
        return fixes;
    }
}
