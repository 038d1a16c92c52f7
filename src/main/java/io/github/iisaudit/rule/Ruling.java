package io.github.iisaudit.rule;

import io.github.iisaudit.config.Content;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;

/**
 * What some rules say of scopes that say the same to them, on whatever servers: remarks, each with the way to its node. Immutable and
 * safe for use by several threads.
 */
record Ruling(List<Found> all, long steps) implements Verdicts.Answer {

    /** A remark and the way to the node that it is about. */
    record Found(Remark remark, Way way) {}

    /** What stands in all the parts of a scope that it is about, which tells where its nodes were written. */
    List<Object> at(Content scope) {
        List<Object> parts = new ArrayList<>(1);
        String last = null;
        for (Found found : all) {
            if (!found.way().part().equals(last)) {
                last = found.way().part();
                parts.add(scope.at(last));
            }
        }
        return parts;
    }

    /** The same with the places of the nodes in a document. */
    Verdict in(Element document) {
        List<Flagged> flagged = new ArrayList<>();
        for (Found found : all) {
            Flagged.add(found.remark(), found.way().in(document), flagged);
        }
        return Verdict.of(flagged);
    }
}
