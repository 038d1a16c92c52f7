package io.github.iisaudit.config;

import java.util.List;

/**
 * What limits an answer.
 *
 * @param sentence what is to be said
 * @param places all that it is about, each in a few words; empty where the sentence says all
 */
public record Notice(String sentence, List<String> places) {

    /** So many places are named. */
    public static final int NAMED = 3;

    /** Copies the list. */
    public Notice {
        places = List.copyOf(places);
    }

    /** A sentence that says all. */
    public static Notice of(String sentence) {
        return new Notice(sentence, List.of());
    }

    /** The sentence with the first places and how many more there are. */
    public String told() {
        return places.isEmpty() ? sentence : sentence + ": " + Few.named(Few.of(places, NAMED));
    }
}
