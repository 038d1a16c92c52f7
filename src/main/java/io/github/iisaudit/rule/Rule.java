package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.SafeXPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One rule: one file of the catalogue.
 *
 * @param id names the defect, in kebab case; also the name of its file
 * @param section the section path that is the context of {@code flag}; {@code *} for every section in turn; empty for
 *     the whole of what it looks at
 * @param subject what it looks at
 * @param isSaidOnce whether findings in the same words are one finding of a server, with all its places
 * @param when what has to hold of the section's element before the flag is asked; many rules ask the same
 * @param cases what holds for some paths only
 * @param reads what a rule about configuration paths looks at
 * @param manual what people read about it and its tests; reads them where that was put off
 * @param file the file that it was read from, for messages
 * @param fixes the one-line remedies; the first that applies to any of a finding's paths is shown
 */
public record Rule(
        String id,
        Severity severity,
        Confidence confidence,
        String section,
        Subject subject,
        boolean isSaidOnce,
        String title,
        Optional<SafeXPath> when,
        SafeXPath flag,
        Template label,
        Template message,
        List<Case> cases,
        List<Fix> fixes,
        Reads reads,
        Supplier<Manual> manual,
        String file) {

    /** The same rule, of which it is known what it looks at. */
    Rule reading(Reads paths) {
        return new Rule(
                id,
                severity,
                confidence,
                section,
                subject,
                isSaidOnce,
                title,
                when,
                flag,
                label,
                message,
                cases,
                fixes,
                paths,
                manual,
                file);
    }

    /** Every XPath in it, those first that tell whether it says anything. */
    List<SafeXPath> xpaths() {
        List<SafeXPath> xpaths = new ArrayList<>();
        when.ifPresent(xpaths::add);
        xpaths.add(flag);
        templates().forEach(template -> xpaths.addAll(template.xpaths()));
        xpaths.addAll(conditions());
        return xpaths;
    }

    /** All that it says. */
    List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        templates.add(label);
        templates.add(message);
        cases.forEach(it -> templates.add(it.message()));
        fixes.forEach(fix -> templates.add(fix.text()));
        return templates;
    }

    /** When it says some of it. */
    List<SafeXPath> conditions() {
        List<SafeXPath> conditions = new ArrayList<>();
        cases.forEach(it -> conditions.add(it.when()));
        fixes.forEach(fix -> fix.when().ifPresent(conditions::add));
        return conditions;
    }

    /** The same rule with another severity of its own. */
    public Rule as(Severity other) {
        return other == severity
                ? this
                : new Rule(
                        id,
                        other,
                        confidence,
                        section,
                        subject,
                        isSaidOnce,
                        title,
                        when,
                        flag,
                        label,
                        message,
                        cases,
                        fixes,
                        reads,
                        manual,
                        file);
    }

    /** What people read about a rule, its tests, and what mends its findings for certain. */
    public record Manual(Documentation documentation, List<Example> examples, List<Remedy> remedies) {}

    /** What {@code explain} prints. */
    public Documentation documentation() {
        return manual.get().documentation();
    }

    /** The examples, in the order of the file. */
    public List<Example> examples() {
        return manual.get().examples();
    }

    /** What mends its findings for certain; none where that is always a matter of judgement. */
    public List<Remedy> remedies() {
        return manual.get().remedies();
    }

    /** What a rule looks at. */
    public enum Subject {
        /** What IIS would see at a configuration path. */
        PATH,
        /** A file as somebody wrote it. */
        FILE,
        /** A transform that a deployment applies to such a file, after it was applied. */
        TRANSFORM,
        /** A comment that suppresses findings, after all other rules have run. */
        SUPPRESSION,
        /** What a change altered of that which decides which findings count. */
        CHANGE,
        /** A host name, with who decrypts service tickets for it on all servers, after these were audited. */
        NAME
    }

    /**
     * A condition from the flagged node; where it holds it may change severity and confidence and adds its sentence.
     */
    public record Case(
            SafeXPath when, Optional<Severity> severity, Optional<Confidence> confidence, Template message) {}

    /** A remedy in one line, for the paths where its condition holds. */
    public record Fix(Optional<SafeXPath> when, Template text) {}

    /**
     * What {@code explain} prints. Texts are paragraphs separated by an empty line; {@code `x`} marks code.
     *
     * @param rationale what happens and why
     * @param affected who notices
     * @param confirm how to be sure
     * @param remediation what to do and what it costs
     */
    public record Documentation(
            String rationale,
            String affected,
            String confirm,
            String remediation,
            List<Snippet> snippets,
            List<Reference> references) {}

    /** A command or a piece of configuration: {@code language} is appcmd, powershell or config. */
    public record Snippet(String language, String text) {}

    /** Where to read more. */
    public record Reference(String title, String href) {}

    /**
     * An example that runs as a test.
     *
     * @param isBad whether the rule must fire
     * @param marks the exact text that the finding must point at; empty for a good example, and where {@code line}
     *     alone tells
     * @param line the line that it must point at; 0 where any will do
     * @param files the files that the example is made of, by path
     * @param text the snippet as written in the rule file, for the documentation
     * @param ruleLine the line of the rule file that it begins at; 0 where it stands in none
     */
    public record Example(
            boolean isBad, String name, String marks, int line, Map<String, String> files, String text, int ruleLine) {

        /** An example in no file, of which the marked text alone tells the place. */
        public Example(boolean isBad, String name, String marks, Map<String, String> files, String text) {
            this(isBad, name, marks, 0, files, text, 0);
        }
    }
}
