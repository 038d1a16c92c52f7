package io.github.iisaudit.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What sections say at the paths below one server, of which most say what they say at the server level: these are asked once. Not
 * thread-safe.
 */
final class SectionAnswers {

    private final Map<String, Integer> places = new HashMap<>();
    private List<String> paths = List.of();
    private Map<String, SectionState> server = Map.of();
    private Object[] ofServer = {};

    /** The answers of some sections in their order; nearly always the same list is asked for in a row. */
    Object[] answers(List<String> asked, PathState state) {
        if (asked != paths || state.server() != server) {
            paths = asked;
            server = state.server();
            ask();
        }
        Object[] answers = ofServer.clone();
        for (Map.Entry<String, SectionState> section : state.below().entrySet()) {
            Integer place = places.get(section.getKey());
            if (place != null) {
                answers[place] = section.getValue().content();
            }
        }
        return answers;
    }

    private void ask() {
        places.clear();
        ofServer = new Object[paths.size()];
        for (int i = 0; i < ofServer.length; i++) {
            ofServer[i] = Content.NOTHING;
            if (!paths.get(i).startsWith(Block.SERVER_ONLY)) {
                SectionState section = server.get(paths.get(i));
                ofServer[i] = section == null ? Content.NOTHING : section.content();
                places.put(paths.get(i), i);
            }
        }
    }
}
