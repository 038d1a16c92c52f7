package io.github.iisaudit.rule;

import io.github.iisaudit.rule.Finding.Suppression;
import io.github.iisaudit.xpath.Focus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;

/**
 * The suppressions of the settings at work. A finding that is covered whole is set aside; one of which some configuration paths
 * are covered is told of the others. Waivers that have expired suppress nothing. The rules about suppressions say in the end
 * which have expired and which were of no use; what they find is never suppressed itself.
 */
public final class Waivers implements Triage {

    private static final String SETTINGS_ROOT = ".";

    private final List<Waiver> waivers;
    private final WaiverIndex index;
    private final LocalDate today;
    private final List<Rule> rules;
    private final boolean isWhole;
    private final Function<Finding, String> files;
    private final Set<Waiver> used = new HashSet<>();

    /**
     * Waivers that are not used yet.
     *
     * @param rules those that run
     * @param isWhole whether all is audited that the waivers can be about; if not, none of them is called unused
     * @param files the file of a finding, as the waivers call it
     */
    public Waivers(
            List<Waiver> waivers, LocalDate today, List<Rule> rules, boolean isWhole, Function<Finding, String> files) {
        this.waivers = List.copyOf(waivers);
        this.index = new WaiverIndex(this.waivers);
        this.today = today;
        this.rules = List.copyOf(rules);
        this.isWhole = isWhole;
        this.files = files;
    }

    @Override
    public Optional<Finding> judge(Finding finding) {
        if (finding.rule().subject() == Rule.Subject.SUPPRESSION || finding.isSuppressed()) {
            return Optional.of(finding);
        }
        if (waivers.isEmpty()) {
            return Optional.of(finding);
        }
        String file = files.apply(finding);
        List<String> left = new ArrayList<>(finding.paths());
        for (Waiver waiver : index.near(finding.rule().id(), file, finding.paths())) {
            if (!covers(waiver, file, finding.paths())) {
                continue;
            }
            used.add(waiver);
            if (!waiver.hasExpired(today) && leavesNothing(waiver, file, left)) {
                return Optional.of(finding.suppressedBy(new Suppression(
                        Suppression.Kind.SETTINGS, waiver.reason(), Finding.Place.of(waiver.place(), ""))));
            }
        }
        return Optional.of(left.size() == finding.paths().size() ? finding : finding.at(left));
    }

    private static boolean covers(Waiver waiver, String file, List<String> paths) {
        return waiver.covers().file().test(file)
                || paths.stream().anyMatch(waiver.covers().path());
    }

    /** Takes the paths away that a waiver covers, and tells whether it leaves nothing of the finding. */
    private static boolean leavesNothing(Waiver waiver, String file, List<String> left) {
        left.removeIf(waiver.covers().path());
        return left.isEmpty() || waiver.covers().file().test(file);
    }

    @Override
    public List<Finding> close() {
        Set<String> running = rules.stream().map(Rule::id).collect(Collectors.toSet());
        List<Element> documents = new ArrayList<>();
        waivers.forEach(waiver -> documents.add(document(waiver, state(waiver, running))));
        Drafts drafts = new Drafts();
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.SUPPRESSION) {
                drafts.check(rule, documents, List.of(), Focus.alone());
            }
        }
        return new FairCopy("", SETTINGS_ROOT).of(drafts.all());
    }

    private String state(Waiver waiver, Set<String> running) {
        if (used.contains(waiver)) {
            return "used";
        }
        return isWhole && running.contains(waiver.rule()) ? "unused" : "not-run";
    }

    /**
     * As for a comment, {@code for="settings"}, with the place: {@code <suppression for="settings" path="…" reason="…"><rule
     * id="…" state="…"/><expires on="2026-12-31" passed="false"/></suppression>}.
     */
    private Element document(Waiver waiver, String state) {
        String anchor = "suppressions[" + waiver.rule() + " " + waiver.path() + "]";
        Element root = new SuppressionElement("suppression", waiver.place(), anchor);
        root.addAttribute("for", "settings");
        root.addAttribute("path", waiver.path());
        root.addAttribute("reason", waiver.reason());
        Element rule = new SuppressionElement("rule", waiver.rulePlace(), anchor + "/rule");
        rule.addAttribute("id", waiver.rule());
        rule.addAttribute("state", state);
        root.add(rule);
        Waiver.Expiry expiry = waiver.expiry();
        if (expiry != null) {
            Element expires = new SuppressionElement("expires", expiry.place(), anchor + "/expires");
            expires.addAttribute("on", expiry.day().toString());
            expires.addAttribute("passed", String.valueOf(waiver.hasExpired(today)));
            root.add(expires);
        }
        DocumentHelper.createDocument(root);
        return root;
    }
}
