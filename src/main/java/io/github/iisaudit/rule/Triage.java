package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of findings after the rules have made them: one may be set aside, marked as known, given another severity,
 * or left out. Used by one thread, which shows it every finding of a run in the order of the report.
 */
@FunctionalInterface
public interface Triage {

    /** Leaves every finding as it is. */
    Triage NONE = Optional::of;

    /** The finding as it is to be reported; empty where it is not. */
    Optional<Finding> judge(Finding finding);

    /** All findings of one server, in order. They are judged one by one, unless a triage must see them together. */
    default List<Finding> judge(List<Finding> findings) {
        List<Finding> left = new ArrayList<>();
        for (Finding finding : findings) {
            judge(finding).ifPresent(left::add);
        }
        return left;
    }

    /** What is to be reported about the triage itself, such as a suppression that has expired; asked after the last finding. */
    default List<Finding> close() {
        return List.of();
    }

    /**
     * Whether a file that could not be audited is to be reported.
     *
     * @param root the root of its server's files as typed on the command line
     * @param file relative to the root, with forward slashes
     */
    default boolean isWanted(String root, String file) {
        return true;
    }

    /** What is to be said of the run, a sentence each; asked after the last finding. */
    default List<String> notices() {
        return List.of();
    }

    /**
     * A server whose findings were left as they are, as they could not be judged.
     *
     * @param root the root of its files as typed on the command line
     * @param reason why, and what to do about it, in one line
     */
    record Unjudged(String server, String root, String reason) {}

    /** The servers that could not be judged; asked after the last finding. */
    default List<Unjudged> unjudged() {
        return List.of();
    }

    /** This triage first, and another one for what it leaves and for what it reports about itself. */
    default Triage then(Triage next) {
        Triage first = this;
        return new Triage() {
            @Override
            public Optional<Finding> judge(Finding finding) {
                return first.judge(finding).flatMap(next::judge);
            }

            @Override
            public List<Finding> judge(List<Finding> findings) {
                return next.judge(first.judge(findings));
            }

            @Override
            public List<Finding> close() {
                List<Finding> all = new ArrayList<>(next.judge(first.close()));
                all.addAll(next.close());
                return all;
            }

            @Override
            public boolean isWanted(String root, String file) {
                return first.isWanted(root, file) && next.isWanted(root, file);
            }

            @Override
            public List<String> notices() {
                List<String> all = new ArrayList<>(first.notices());
                all.addAll(next.notices());
                return all;
            }

            @Override
            public List<Unjudged> unjudged() {
                List<Unjudged> all = new ArrayList<>(first.unjudged());
                all.addAll(next.unjudged());
                return all;
            }
        };
    }
}
