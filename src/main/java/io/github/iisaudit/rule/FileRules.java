package io.github.iisaudit.rule;

import io.github.iisaudit.config.WrittenFile;
import io.github.iisaudit.xpath.FileSites;
import io.github.iisaudit.xpath.Focus;
import io.github.iisaudit.xpath.TooManyStepsException;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;

/**
 * The rules about files as they were written. Unless a rule asks where a file lies, what it finds is the same on all servers of a kind that
 * have the file. Safe for use by several threads.
 */
final class FileRules {

    /** What they find in files of other hosts than real ones, each of one kind. */
    private final Object ofDevelopment = new Object();

    private final Object ofAssumed = new Object();
    private final List<Rule> ofFiles = new ArrayList<>();
    private final List<Rule> ofTransforms = new ArrayList<>();

    /** What holds for a file wherever it lies, the rules that ask for that, those that took too many steps, and the steps of all. */
    private record Known(Verdict verdict, List<Rule> asking, List<Rule> stopped, long steps) {}

    /** What one rule flags, and the steps that it took. */
    private record Look(List<Flagged> flagged, long steps) {}

    FileRules(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.FILE) {
                ofFiles.add(rule);
            } else if (rule.subject() == Rule.Subject.TRANSFORM) {
                ofTransforms.add(rule);
            }
        }
    }

    /** Adds what they find in a file whose root element stands in a document. */
    void check(WrittenFile file, Drafts drafts) {
        Known known = file.root().span().source().fact(question(file), () -> look(file));
        drafts.pay(known.steps);
        for (Rule rule : known.stopped) {
            drafts.stopped().inFile(rule, file.path());
        }
        if (known.asking.isEmpty() && known.verdict == Verdict.NOTHING) {
            return;
        }
        Reach reach = new Reach(Whose.NOBODY, file.paths());
        drafts.add(known.verdict.flagged(), reach);
        for (Rule rule : known.asking) {
            try {
                Look look = look(rule, file, FileSites.of(file));
                drafts.pay(look.steps);
                drafts.add(look.flagged, reach);
            } catch (TooManyStepsException e) {
                drafts.stopped().inFile(rule, file.path());
            }
        }
    }

    private Object question(WrittenFile file) {
        return switch (file.host()) {
            case "development" -> ofDevelopment;
            case "assumed" -> ofAssumed;
            default -> this;
        };
    }

    private Known look(WrittenFile file) {
        List<Flagged> all = new ArrayList<>();
        List<Rule> asking = new ArrayList<>();
        List<Rule> stopped = new ArrayList<>();
        long steps = 0;
        FileSites sites = FileSites.of(file);
        for (Rule rule : file.isTransform() ? ofTransforms : ofFiles) {
            sites.forgetAsking();
            try {
                Look look = look(rule, file, sites);
                steps += look.steps;
                if (sites.isAsked()) {
                    asking.add(rule);
                } else {
                    all.addAll(look.flagged);
                }
            } catch (TooManyStepsException e) {
                (sites.isAsked() ? asking : stopped).add(rule);
            }
        }
        return new Known(Verdict.of(all), List.copyOf(asking), stopped, steps);
    }

    private static Look look(Rule rule, WrittenFile file, FileSites sites) {
        Element root = file.root();
        Focus focus = Focus.in(root.getDocument(), sites);
        List<Flagged> all = new ArrayList<>();
        Flagged.addAll(rule, rule.flag().nodes(Contexts.inFile(root, rule.section()), focus), focus, all);
        return new Look(all, focus.taken());
    }
}
