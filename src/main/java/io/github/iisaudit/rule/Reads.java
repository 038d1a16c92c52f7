package io.github.iisaudit.rule;

import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.xpath.PathsRead;
import io.github.iisaudit.xpath.SafeXPath;
import java.util.Set;

/**
 * Which parts of an effective document a rule looks at, so that it need not look again where these are the same: paths below which it
 * looks at anything, such as {@code system.web/identity}; the empty path stands for everything.
 *
 * @param when those that decide whether its flag is asked
 * @param flag those that the flag looks at
 * @param all these, and those that it takes words and severities from
 */
public record Reads(Set<String> when, Set<String> flag, Set<String> all) {

    /** Of a rule that looks at no configuration path. */
    public static final Reads NOTHING = new Reads(Set.of(), Set.of(), Set.of());

    static Reads of(Rule rule) {
        String section = rule.section();
        boolean isAny = section.equals("*");
        if (isAny && !PathsRead.isOfTroubles(rule.flag())) {
            return new Reads(Set.of(), PathsRead.EVERYTHING, PathsRead.EVERYTHING);
        }
        Set<String> ofWhen = ofWhen(rule);
        PathsRead paths = new PathsRead();
        if (!section.isEmpty()) {
            paths.add(isAny ? PathsRead.TROUBLES : section);
        }
        String flagged = paths.value(rule.flag(), isAny ? PathsRead.TROUBLES : PathsRead.place(section));
        Set<String> ofFlag = paths.all();
        for (Template template : rule.templates()) {
            template(template, flagged, paths);
        }
        for (SafeXPath condition : rule.conditions()) {
            paths.value(condition, flagged);
        }
        paths.addAll(ofWhen);
        return new Reads(ofWhen, ofFlag, paths.all());
    }

    private static Set<String> ofWhen(Rule rule) {
        PathsRead paths = new PathsRead();
        rule.when().ifPresent(when -> {
            paths.add(rule.section());
            paths.value(when, PathsRead.place(rule.section()));
        });
        return paths.all();
    }

    /** Names of server and path that are only filled in are left open, and so not looked at. */
    private static void template(Template template, String at, PathsRead paths) {
        for (SafeXPath xpath : template.xpaths()) {
            switch (Wording.Gap.of(xpath)) {
                case NONE -> paths.value(xpath, at);
                case COMPUTER -> paths.addAll(PoolAccount.READ);
                default -> {}
            }
        }
    }
}
