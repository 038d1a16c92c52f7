package io.github.iisaudit;

import io.github.iisaudit.source.ConfigSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server that is read once: as it is, or as it is deployed to one of its environments.
 *
 * @param environment empty where it is read as it is
 * @param isLast whether it is the last time for this server
 */
record Turn(ConfigSource source, String environment, boolean isLast) {

    /** All that is to be read of some servers: each has its turns one after the other. */
    static List<Turn> of(List<ConfigSource> servers) {
        List<Turn> turns = new ArrayList<>();
        for (ConfigSource server : servers) {
            Map<String, ConfigSource> environments = server.environments();
            if (environments.isEmpty()) {
                turns.add(new Turn(server, "", true));
            }
            int left = environments.size();
            for (Map.Entry<String, ConfigSource> environment : environments.entrySet()) {
                turns.add(new Turn(environment.getValue(), environment.getKey(), --left == 0));
            }
        }
        return turns;
    }
}
