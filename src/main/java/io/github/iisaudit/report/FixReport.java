package io.github.iisaudit.report;

import io.github.iisaudit.fix.Deed;
import io.github.iisaudit.fix.LeftOut;
import io.github.iisaudit.fix.Mended;
import io.github.iisaudit.fix.Patch;
import io.github.iisaudit.fix.ServerFix;
import java.util.ArrayList;
import java.util.List;

/** What would mend servers, as it is to be told. */
public record FixReport(List<Server> servers) {

    /** Copies the list. */
    public FixReport {
        servers = List.copyOf(servers);
    }

    /**
     * One server.
     *
     * @param folder what stands before the names of its files in a diff; empty, or with a slash at the end
     */
    public record Server(ServerFix fix, String folder) {

        String name(Patch patch) {
            return folder + patch.file();
        }
    }

    /** What a script does on a server. */
    record Task(Server server, Mended mended, Deed deed) {}

    /** What the tools of IIS can do, in order. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Server server : servers) {
            for (Mended mended : server.fix().mended()) {
                mended.deed().ifPresent(deed -> tasks.add(new Task(server, mended, deed)));
            }
        }
        return tasks;
    }

    /** The findings that nothing is done about, of all servers. */
    List<LeftOut> leftOut() {
        List<LeftOut> all = new ArrayList<>();
        servers.forEach(server -> all.addAll(server.fix().leftOut()));
        return all;
    }
}
