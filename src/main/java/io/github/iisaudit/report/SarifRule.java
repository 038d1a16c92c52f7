package io.github.iisaudit.report;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.Rule.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A rule as SARIF's {@code reportingDescriptor}. */
final class SarifRule {

    /** GitHub shows no more of a description. */
    private static final int LONGEST = 1024;

    private SarifRule() {}

    static void write(JsonText json, Rule rule) throws IOException {
        json.field("id", rule.id());
        json.field("name", name(rule.id()));
        json.object("shortDescription", () -> json.field("text", sentence(rule.title())));
        json.object("fullDescription", () -> json.field("text", description(rule)));
        json.object("help", () -> {
            json.field("text", orTitle(RulePage.help(rule), rule));
            json.field("markdown", orTitle(RuleMarkdown.help(rule), rule));
        });
        List<Reference> references = rule.documentation().references();
        if (!references.isEmpty()) {
            json.field("helpUri", references.get(0).href());
        }
        json.object(
                "defaultConfiguration",
                () -> json.field("level", rule.severity().id()));
        json.object("properties", () -> properties(json, rule));
    }

    private static void properties(JsonText json, Rule rule) throws IOException {
        json.strings("tags", tags(rule));
        json.field("precision", rule.confidence().id());
        json.field("problem.severity", problem(rule));
        json.field("security-severity", score(rule));
    }

    private static String problem(Rule rule) {
        return switch (rule.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        };
    }

    /** On the scale of CVSS, so that code hosts call an error high, a warning medium and a note low. */
    private static String score(Rule rule) {
        return switch (rule.severity()) {
            case ERROR -> "7.0";
            case WARNING -> "5.0";
            case NOTE -> "2.0";
        };
    }

    private static List<String> tags(Rule rule) {
        boolean isOfComments = rule.subject() == Rule.Subject.SUPPRESSION || rule.subject() == Rule.Subject.CHANGE;
        List<String> tags =
                new ArrayList<>(List.of(isOfComments ? "maintainability" : "security", "configuration", "iis"));
        if (rule.section().contains("/authentication/")) {
            tags.add("authentication");
        }
        return tags;
    }

    /** {@code StaleLocation} for {@code stale-location}. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static String description(Rule rule) {
        String first = rule.documentation().rationale().strip().split("\\R\\s*\\R", 2)[0];
        return sentence(first.isEmpty() ? rule.title() : first.replaceAll("\\s+", " "));
    }

    private static String orTitle(String help, Rule rule) {
        return help.isEmpty() ? sentence(rule.title()) : help;
    }

    /** A text that begins with a capital letter, ends with a full stop and is no longer than code hosts take. */
    private static String sentence(String text) {
        String full = PlainText.sentence(text);
        String begun = Character.toUpperCase(full.charAt(0)) + full.substring(1);
        return begun.length() <= LONGEST ? begun : begun.substring(0, LONGEST - 2) + "….";
    }
}
