package io.github.iisaudit.fix;

import io.github.iisaudit.fix.Auditor.Audited;
import io.github.iisaudit.fix.Craft.CannotException;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.SeenSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out what would mend the findings of servers whose remedies are certain, one server after the other. Nothing is written. What
 * is offered has been proved: the audit of the changed files has lost these findings and gained none.
 */
public final class Mender {

    private static final String SECRET = "a diff of it would have to show a secret: mend it by hand";

    private static final String JUDGEMENT = "a matter of judgement";

    private final Certainty certainty;
    private final Auditor auditor;
    private final Predicate<Finding> isWanted;

    /**
     * @param rules all that the servers are held against, in order of their ids
     * @param isWanted which findings are to be mended
     */
    public Mender(List<Rule> rules, Auditor auditor, Predicate<Finding> isWanted) {
        this.certainty = new Certainty(rules);
        this.auditor = auditor;
        this.isWanted = isWanted;
    }

    /** What would mend the findings of a server. */
    public ServerFix of(ConfigSource server) {
        Shop shop = new Shop(new SeenSource(server));
        Audited audited = auditor.audit(shop.source(), certainty.running());
        List<Finding> own = certainty.own(audited.findings());
        List<LeftOut> leftOut = new ArrayList<>();
        List<Mended> wanted = new ArrayList<>();
        Craft craft = new Craft(shop);
        Certainty.Known known = certainty.known(audited.findings());
        for (Finding finding : own) {
            if (finding.server().equals(server.name()) && isWanted.test(finding)) {
                mend(finding, known, craft, leftOut)
                        .filter(it -> isShown(shop, it, leftOut))
                        .ifPresent(wanted::add);
            }
        }
        Audited before = new Audited(own, audited.unreadable());
        Proof proof = new Proof(shop, auditor, certainty.rules(), before);
        List<Mended> mended = proof.withOthersGone(proof.proved(wanted, leftOut));
        Set<Finding> done = new HashSet<>();
        mended.forEach(it -> it.finding().ifPresent(done::add));
        leftOut.removeIf(left -> done.contains(left.finding()));
        leftOut.sort(Comparator.comparing(LeftOut::finding, Finding.IN_SERVER));
        List<Patch> patches = shop.patches(mended).orElseThrow();
        server.close();
        return new ServerFix(server.name(), server.root(), mended, leftOut, patches, audited.unreadable() == 0);
    }

    private Optional<Mended> mend(Finding finding, Certainty.Known known, Craft craft, List<LeftOut> leftOut) {
        Optional<Certainty.Certain> certain = certainty.of(finding, known);
        try {
            return certain.isPresent() ? Optional.of(craft.mend(finding, certain.get())) : judgement(finding, leftOut);
        } catch (CannotException e) {
            leftOut.add(new LeftOut(finding, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static boolean isShown(Shop shop, Mended mended, List<LeftOut> leftOut) {
        boolean isShown =
                shop.patches(List.of(mended)).orElse(List.of()).stream().allMatch(UnifiedDiff::isShown);
        if (!isShown) {
            leftOut.add(new LeftOut(mended.finding().orElseThrow(), SECRET));
        }
        return isShown;
    }

    private static Optional<Mended> judgement(Finding finding, List<LeftOut> leftOut) {
        leftOut.add(new LeftOut(finding, finding.rule().remedies().isEmpty() ? JUDGEMENT : JUDGEMENT + " here"));
        return Optional.empty();
    }
}
