package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** IIS on the machine that the program runs on. */
final class LiveServer {

    private final Machine machine;
    private final SourceOptions options;

    LiveServer(Machine machine, SourceOptions options) {
        this.machine = machine;
        this.options = options;
    }

    /** The server; empty where IIS is not installed. An applicationHost.config that may not be read is still one. */
    Optional<Draft> draft() throws SourceException {
        Disk disk = new Disk();
        try {
            Path folder = machine.configFolder();
            return disk.named(folder, HostFolder.APPLICATION_HOST).stream()
                    .findFirst()
                    .map(file -> draft(disk, file));
        } catch (UnresolvedPathException | InvalidPathException e) {
            throw new SourceException("cannot tell where Windows is: " + e.getMessage());
        } catch (IOException e) {
            throw new SourceException("cannot look into the folder of applicationHost.config: " + FileBytes.reason(e)
                    + " (run as an administrator)");
        }
    }

    private Draft draft(Disk disk, Path file) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(machine.environment());
        values.putAll(options.variables());
        WebConfigIndex index =
                new WebConfigIndex(new Search(disk, SkippedFolders.SERVER, new SearchLog(machine, disk)));
        Content content = new Folders(disk, machine, new Variables(machine.systemDrive(), values), index);
        HostFiles host = new HostFolder(disk, file, machine::shown, true);
        return new Draft(
                List.of(machine.name()),
                name -> new ServerSource(name, "", host, content, Optional.empty())
                        .of(options.computers().of(name, Computer.calledAfter(machine.name()))));
    }
}
