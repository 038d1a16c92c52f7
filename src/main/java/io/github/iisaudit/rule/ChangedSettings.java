package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.Focus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;

/** Holds the rules about changes against what a change altered. */
public final class ChangedSettings {

    private static final String SETTINGS_ROOT = ".";

    private final String since;
    private final List<Rule> rules = new ArrayList<>();

    /**
     * @param since the revision as the user typed it
     * @param rules those that run
     */
    public ChangedSettings(String since, List<Rule> rules) {
        this.since = since;
        for (Rule rule : rules) {
            if (rule.subject() == Rule.Subject.CHANGE) {
                this.rules.add(rule);
            }
        }
    }

    /** What the rules find in files that belong to no server. */
    public List<Finding> findings(Collection<ChangedSetting> changed) {
        return findings("", SETTINGS_ROOT, changed);
    }

    /** The same for files of a server. */
    public List<Finding> findings(String server, String root, Collection<ChangedSetting> changed) {
        List<Element> documents = new ArrayList<>();
        changed.forEach(it -> documents.add(document(it)));
        Drafts drafts = new Drafts();
        for (Rule rule : rules) {
            drafts.check(rule, documents, List.of(), Focus.alone());
        }
        return new FairCopy(server, root).of(drafts.all());
    }

    /** Leaves findings as they are, and reports in the end what has changed by then. */
    public Triage triage(Supplier<? extends Collection<ChangedSetting>> changed) {
        return new Triage() {
            @Override
            public Optional<Finding> judge(Finding finding) {
                return Optional.of(finding);
            }

            @Override
            public List<Finding> close() {
                return findings(changed.get());
            }
        };
    }

    /** {@code <change of="settings" state="changed" since="HEAD~1" in-force="false"/>}. */
    private Element document(ChangedSetting changed) {
        Element root =
                new SuppressionElement("change", changed.place(), changed.kind().id());
        root.addAttribute("of", changed.kind().id());
        root.addAttribute("state", changed.state().id());
        root.addAttribute("since", since);
        root.addAttribute("in-force", String.valueOf(changed.isInForce()));
        DocumentHelper.createDocument(root);
        return root;
    }
}
