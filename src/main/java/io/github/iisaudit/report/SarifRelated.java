package io.github.iisaudit.report;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Finding.Via;
import java.util.ArrayList;
import java.util.List;

/**
 * The places that help to understand a result: the lock, then what set or overrode the value. GitHub shows those that the
 * message links to.
 *
 * @param places no more than GitHub takes of a result, with the place of the result itself
 * @param leftOut how many there are beyond those
 */
record SarifRelated(List<Numbered> places, int leftOut) {

    /** GitHub includes 100 locations of a result. */
    private static final int MOST = 99;

    /** Begins the name of an applicationHost.config that is assumed: no file that anybody could open. */
    private static final String ASSUMED = "(stock) ";

    /** A place with the number that a link names it by. */
    record Numbered(int id, Place place, String message) {

        private String link() {
            String name = Paths.name(place.file()) + ":" + place.line();
            String text = name.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
            return "[" + text + "](" + id + ") (" + plain(message) + ")";
        }
    }

    static SarifRelated of(Finding finding) {
        List<Numbered> places = new ArrayList<>();
        Place lock = finding.lockedBy();
        if (lock != null && !lock.file().startsWith(ASSUMED)) {
            places.add(new Numbered(1, lock, lock.label().isBlank() ? "locked here" : lock.label()));
        }
        for (Via via : finding.via()) {
            if (!via.place().file().startsWith(ASSUMED)) {
                String message = via.message().isBlank() ? "set here" : via.message();
                places.add(new Numbered(places.size() + 1, via.place(), message));
            }
        }
        int shown = Math.min(places.size(), MOST);
        return new SarifRelated(List.copyOf(places.subList(0, shown)), places.size() - shown);
    }

    /** A sentence with a link to each place, with a space before it; empty where there is none. */
    String links() {
        if (places.isEmpty()) {
            return "";
        }
        String all = String.join(", ", places.stream().map(Numbered::link).toList());
        return " See " + all + (leftOut == 0 ? "" : " and " + SarifShare.number(leftOut) + " more places") + ".";
    }

    /** Text in which nothing is a link: what it quotes may look like one. */
    static String plain(String text) {
        return text.replace("](", "] (");
    }
}
