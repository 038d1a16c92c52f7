package io.github.iisaudit.cli;

import io.github.iisaudit.report.Presentation;
import io.github.iisaudit.report.RuleList;
import io.github.iisaudit.report.RuleMarkdown;
import io.github.iisaudit.report.RulePage;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleCatalogue;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iisaudit explain}: one rule as a page. */
@Command(
        name = "explain",
        description = "Explains a rule: what happens, who notices, how to be sure, what to do.",
        footer = {"", "Example:", "  iisaudit explain section-locked"})
final class ExplainCommand implements Callable<Integer> {

    /** More than a page names anything. */
    private static final int BY_NAME = 1000;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "RULE",
            description = "its id, as iisaudit rules lists it; or what it is about: 401.1, KB2749007, useKernelMode")
    String id = "";

    @Option(
            names = "--examples",
            description = "text: also what the rule finds and what it does not, as its tests have it")
    boolean areExamplesWanted;

    @Mixin
    RuleArguments ruleFiles = new RuleArguments();

    @Mixin
    ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfPageFormat.class,
            description = "text or markdown (default: ${DEFAULT-VALUE})")
    PageFormat format = PageFormat.TEXT;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, RuleException, IOException {
        RuleCatalogue catalogue = ruleFiles.catalogue();
        List<Rule> about = catalogue.find(id).map(List::of).orElseGet(() -> about(catalogue));
        if (about.size() > 1) {
            console.print(out -> out.write(RuleList.text(about, colour.presentation(console))));
            return ExitCode.CLEAN;
        }
        Rule rule = about.isEmpty() ? RuleArguments.find(catalogue, id) : about.get(0);
        String page = format == PageFormat.MARKDOWN
                ? RuleMarkdown.page(rule)
                : RulePage.page(rule, colour.presentation(console), areExamplesWanted);
        console.print(out -> out.write(page));
        return ExitCode.CLEAN;
    }

    /**
     * The rules whose pages name it: a status, an article of the Knowledge Base, an attribute. First those that are about nothing else,
     * by their names, then those that name it most often.
     */
    private List<Rule> about(RuleCatalogue catalogue) {
        String wanted = plain(id);
        Map<Rule, Integer> weights = new LinkedHashMap<>();
        for (Rule rule : catalogue.rules()) {
            int named = count(plain(RulePage.page(rule, Presentation.plain(""), false)), wanted);
            if (named > 0) {
                int isName = count(plain(rule.id() + " " + rule.title()), wanted);
                weights.put(rule, named + (isName > 0 ? BY_NAME : 0));
            }
        }
        List<Rule> about = new ArrayList<>(weights.keySet());
        about.sort(Comparator.comparingInt(rule -> -weights.getOrDefault(rule, 0)));
        return about;
    }

    /** On one line, and {@code KB 2749007} as one word. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).replaceAll("\\bkb (?=\\d)", "kb");
    }

    /** How often it is named. Numbers are named whole: {@code 401.1} is not in {@code 401.12}. */
    private static int count(String text, String wanted) {
        boolean isWord = wanted.length() > 2 && wanted.chars().anyMatch(c -> Character.isLetterOrDigit(c));
        int count = 0;
        for (int at = text.indexOf(wanted); isWord && at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean goesOn = end < text.length() && areDigits(text.charAt(end), wanted.charAt(wanted.length() - 1));
            boolean isBegun = at > 0 && areDigits(text.charAt(at - 1), wanted.charAt(0));
            count += goesOn || isBegun ? 0 : 1;
        }
        return count;
    }

    private static boolean areDigits(char one, char other) {
        return Character.isDigit(one) && Character.isDigit(other);
    }
}
