package io.github.iisaudit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the part of a rule file that {@code fix} goes by. */
final class RemedyReader {

    private RemedyReader() {}

    static List<Remedy> read(RuleElement rule) throws RuleException {
        List<Remedy> remedies = new ArrayList<>();
        for (RuleElement element : rule.children("remedy")) {
            element.allow(Set.of("edit", "when"), Set.of());
            remedies.add(new Remedy(edit(element), flag(rule.child("flag"), element)));
        }
        return remedies;
    }

    private static Remedy.Edit edit(RuleElement element) throws RuleException {
        String wanted = element.attribute("edit");
        List<String> ids = new ArrayList<>();
        for (Remedy.Edit edit : Remedy.Edit.values()) {
            if (edit.id().equals(wanted)) {
                return edit;
            }
            ids.add(edit.id());
        }
        throw element.wrongAt("edit", "edit '" + wanted + "' is none of " + String.join(", ", ids));
    }

    private static String flag(RuleElement flag, RuleElement remedy) throws RuleException {
        String all = flag.text().strip();
        if (remedy.optionalAttribute("when").isEmpty()) {
            return all;
        }
        remedy.xpath("when");
        return "(" + all + ")[" + remedy.attribute("when") + "]";
    }
}
