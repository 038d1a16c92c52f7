package io.github.iisaudit.fleet;

import io.github.iisaudit.config.Few;
import io.github.iisaudit.config.Notice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of servers, each sentence once, with the servers that it holds for, of which only so many are kept as are named.
 * Servers, of different names, may be added in any order, and in any parts that are put together later. Not safe for use by several
 * threads.
 */
public final class Notices implements Serializable {

    private static final int NAMED = 3;

    private final Map<String, Holding> sentences = new LinkedHashMap<>();

    /**
     * For whom a sentence holds.
     *
     * @param named the first of the servers, in the order of their names
     * @param servers how many there are
     * @param place among the sentences of the first
     * @param about what it is about on the first
     */
    private record Holding(List<String> named, int servers, int place, List<String> about) implements Serializable {

        Holding and(Holding other) {
            List<String> all = new ArrayList<>(named);
            all.addAll(other.named);
            all.sort(null);
            List<String> first = all.size() > NAMED + 1 ? new ArrayList<>(all.subList(0, NAMED + 1)) : all;
            boolean isFirst = named.get(0).compareTo(other.named.get(0)) <= 0;
            return new Holding(
                    first, servers + other.servers, isFirst ? place : other.place, isFirst ? about : other.about);
        }

        String told(String sentence, boolean isNamed) {
            String told = new Notice(sentence, about).told();
            if (!isNamed) {
                return told;
            }
            return servers == 1 || about.isEmpty()
                    ? names() + ": " + told
                    : names() + ": " + sentence + ": on " + named.get(0) + " " + Few.named(Few.of(about, Notice.NAMED));
        }

        private String names() {
            return servers <= NAMED + 1
                    ? String.join(", ", named)
                    : String.join(", ", named.subList(0, NAMED)) + " and " + (servers - NAMED) + " more servers";
        }
    }

    /** Adds what is to be said of a server. */
    public void add(String server, List<Notice> told) {
        for (int i = 0; i < told.size(); i++) {
            add(
                    told.get(i).sentence(),
                    new Holding(List.of(server), 1, i, told.get(i).places()));
        }
    }

    /** Adds what is to be said of other servers, which stays as it is. */
    public Notices add(Notices others) {
        for (Map.Entry<String, Holding> other : others.sentences.entrySet()) {
            add(other.getKey(), other.getValue());
        }
        return this;
    }

    private void add(String sentence, Holding more) {
        Holding known = sentences.get(sentence);
        sentences.put(sentence, known == null ? more : known.and(more));
    }

    /**
     * The sentences in the order in which the servers bring them up.
     *
     * @param isNamed whether servers are to be named: {@code WEB01, WEB02 and 7 more servers: 3 folders were not collected}
     */
    public List<String> sentences(boolean isNamed) {
        List<Map.Entry<String, Holding>> sorted = new ArrayList<>(sentences.entrySet());
        sorted.sort((a, b) -> {
            int order = a.getValue().named.get(0).compareTo(b.getValue().named.get(0));
            return order != 0 ? order : Integer.compare(a.getValue().place, b.getValue().place);
        });
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, Holding> sentence : sorted) {
            all.add(sentence.getValue().told(sentence.getKey(), isNamed));
        }
        return all;
    }
}
