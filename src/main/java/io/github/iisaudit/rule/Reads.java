package io.github.iisaudit.rule;

import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.Set;

/** Which parts of an effective document a rule looks at, so that it need not look again where these are the same. */
final class Reads {

    private final PathsRead paths = new PathsRead();

    private Reads() {}

    /** The configuration paths below which a rule looks at anything; the empty path stands for everything. */
    static Set<String> of(Rule rule) {
        String section = rule.section();
        boolean isAny = section.equals("*");
        if (isAny && !PathsRead.isOfTroubles(rule.flag())) {
            return PathsRead.EVERYTHING;
        }
        Reads reads = new Reads();
        if (!section.isEmpty()) {
            reads.paths.add(isAny ? PathsRead.TROUBLES : section);
        }
        String flagged = reads.paths.value(rule.flag(), isAny ? PathsRead.TROUBLES : PathsRead.place(section));
        for (Template template : rule.templates()) {
            reads.template(template, flagged);
        }
        for (SafeXPath condition : rule.conditions()) {
            reads.paths.value(condition, flagged);
        }
        return reads.paths.all();
    }

    /** Names of server and path that are only filled in are left open, and so not looked at. */
    private void template(Template template, String at) {
        for (SafeXPath xpath : template.xpaths()) {
            switch (Wording.Gap.of(xpath)) {
                case NONE -> paths.value(xpath, at);
                case COMPUTER -> paths.addAll(PoolAccount.READ);
                default -> {}
            }
        }
    }
}
