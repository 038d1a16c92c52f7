package io.github.iisaudit.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of servers, each sentence once, with the servers that it holds for. Not safe for use by several threads. */
public final class Notices {

    private static final int NAMED = 3;

    private final Map<String, List<String>> servers = new LinkedHashMap<>();

    /** Adds what is to be said of a server. */
    public void add(String server, List<String> sentences) {
        sentences.forEach(sentence ->
                servers.computeIfAbsent(sentence, s -> new ArrayList<>()).add(server));
    }

    /**
     * The sentences in the order in which they came up.
     *
     * @param isNamed whether servers are to be named: {@code WEB01, WEB02 and 7 more servers: 3 folders were not collected}
     */
    public List<String> sentences(boolean isNamed) {
        List<String> all = new ArrayList<>();
        servers.forEach((sentence, names) -> all.add(isNamed ? names(names) + ": " + sentence : sentence));
        return all;
    }

    private static String names(List<String> servers) {
        if (servers.size() <= NAMED + 1) {
            return String.join(", ", servers);
        }
        return String.join(", ", servers.subList(0, NAMED)) + " and " + (servers.size() - NAMED) + " more servers";
    }
}
