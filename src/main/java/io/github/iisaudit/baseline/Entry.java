package io.github.iisaudit.baseline;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Fingerprint;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A finding that somebody has accepted, known by what it is about and not by its line. Several may be equal.
 *
 * @param server the name of the server
 * @param file relative to the server's root, with forward slashes
 * @param rule the id of the rule
 * @param place the place by names; for people, nothing is compared with it
 * @param fingerprint of rule, file name and place; findings that agree in these share it
 */
public record Entry(String server, String file, String rule, String place, String fingerprint)
        implements Comparable<Entry> {

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::server)
            .thenComparing(Entry::file)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::place)
            .thenComparing(Entry::fingerprint);

    private static final Pattern SECRET = Pattern.compile("(?i)((?:password|pwd|key)\\s*=\\s*)[^;\\]]+");

    /** The entry of a finding, under a name of its server. */
    static Entry of(Finding finding, String server) {
        String rule = finding.rule().id();
        String file = finding.place().file();
        String place = SECRET.matcher(finding.anchor()).replaceAll("$1***");
        return new Entry(server, file, rule, place, Fingerprint.of(rule, file, finding.anchor()));
    }

    /** The same entry under another name of its server. */
    Entry on(String otherServer) {
        return new Entry(otherServer, file, rule, place, fingerprint);
    }

    /** Rule and fingerprint: what stays when the file is moved. */
    String subject() {
        return rule + " " + fingerprint;
    }

    @Override
    public int compareTo(Entry other) {
        return ORDER.compare(this, other);
    }
}
