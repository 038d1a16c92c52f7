package io.github.iisaudit.rule;

import io.github.iisaudit.xpath.InvalidXPathException;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.List;
import java.util.Locale;

/**
 * What mends the findings of a rule without anything being lost that somebody may have wanted.
 *
 * @param edit what is done at the place of the finding
 * @param flag an expression for the nodes of the rule's flag for which it is certain; it compiles
 */
public record Remedy(Edit edit, String flag) {

    /** What is done to a file at the place of a finding. */
    public enum Edit {
        /** The element that is flagged, or of which an attribute is, goes. */
        DELETE_ELEMENT,
        /** The element goes, where all that it says is said without it. */
        DELETE_REPEATED,
        /** The provider changes places with the Negotiate that follows it in the same list. */
        SWAP_PROVIDERS,
        /** The section goes, and a location tag of applicationHost.config says what it said. */
        MOVE_TO_HOST;

        /** The word in rule files. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A rule of its own that finds only what the remedy is certain for, at the same places and for the same paths. */
    public Rule finder(Rule rule, int number) {
        Rule finder = new Rule(
                rule.id() + "-" + number,
                rule.severity(),
                rule.confidence(),
                rule.section(),
                rule.subject(),
                false,
                rule.title(),
                rule.when(),
                compiled(),
                Template.EMPTY,
                Template.EMPTY,
                List.of(),
                List.of(),
                Reads.NOTHING,
                rule.manual(),
                rule.file());
        return rule.subject() == Rule.Subject.PATH ? finder.reading(Reads.of(finder)) : finder;
    }

    private SafeXPath compiled() {
        try {
            return SafeXPath.compile(flag);
        } catch (InvalidXPathException e) {
            throw new IllegalStateException(flag, e);
        }
    }
}
