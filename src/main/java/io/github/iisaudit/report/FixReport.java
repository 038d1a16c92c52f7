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

    private static final String PACKED = "!/";

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

        /** Of a packed file its name inside, as it is once that is unpacked. */
        String name(Patch patch) {
            String name = folder + patch.file();
            return name.substring(name.lastIndexOf(PACKED) < 0 ? 0 : name.lastIndexOf(PACKED) + PACKED.length());
        }

        /** Whether some of its files are packed, so that no diff can be applied to them as they are. */
        boolean isPacked() {
            return fix.patches().stream().anyMatch(patch -> (folder + patch.file()).contains(PACKED));
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
