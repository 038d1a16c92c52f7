package io.github.iisaudit.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a fleet, wherever it is stored. It is listed by the job itself: what Spark lists for data lacks names that begin with
 * {@code _} or {@code .} (https://github.com/apache/spark/blob/v4.2.0/core/src/main/scala/org/apache/spark/util/HadoopFSUtils.scala).
 *
 * @param shown as it was typed
 * @param location with its scheme
 */
record FleetInput(String shown, String location) implements Serializable {

    private static final String LOCAL = "file";

    private static final List<String> IN_SYSTEM32 = List.of("inetsrv", "config", "applicationHost.config");
    private static final List<String> ON_DRIVE =
            List.of("Windows", "System32", "inetsrv", "config", "applicationHost.config");

    /** What a fleet is made of: a folder and some of what lies in it. */
    record Listed(FleetInput input, List<FleetEntry> entries) {}

    /** Lists a folder; one server alone, or one archive, is the only entry of the folder that it lies in. */
    static Listed list(String shown, Configuration hadoop) throws JobException {
        try {
            Path path = new Path(shown);
            FileSystem files = path.getFileSystem(hadoop);
            Path whole = files.makeQualified(path);
            FileStatus status = files.getFileStatus(whole);
            Path above = whole.getParent();
            if (above != null && (status.isFile() || isServer(files, whole))) {
                int slash = shown.lastIndexOf('/');
                return new Listed(
                        new FleetInput(slash < 0 ? "." : shown.substring(0, slash), above.toString()),
                        List.of(entry(status)));
            }
            List<FleetEntry> entries = new ArrayList<>();
            for (FileStatus child : files.listStatus(whole)) {
                entries.add(entry(child));
            }
            entries.sort(Comparator.comparing(FleetEntry::name));
            return new Listed(new FleetInput(shown, whole.toString()), entries);
        } catch (FileNotFoundException e) {
            throw JobException.ofUsage("no such file or folder: " + shown);
        } catch (IOException | IllegalArgumentException e) {
            throw JobException.ofUsage("cannot list " + shown + ": " + e.getMessage());
        }
    }

    private static FleetEntry entry(FileStatus status) {
        return new FleetEntry(status.getPath().getName(), status.isFile() ? status.getLen() : 0, status.isDirectory());
    }

    private static boolean isServer(FileSystem files, Path folder) throws IOException {
        for (FileStatus child : files.listStatus(folder)) {
            String name = child.getPath().getName();
            boolean isDrive = child.isDirectory() && name.matches("[A-Za-z][:$]?");
            boolean isHost = child.isFile() && name.equalsIgnoreCase("applicationHost.config");
            if (isHost || isDrive && isThere(files, child.getPath(), ON_DRIVE)) {
                return true;
            }
        }
        return isThere(files, folder, IN_SYSTEM32);
    }

    private static boolean isThere(FileSystem files, Path folder, List<String> names) throws IOException {
        if (names.isEmpty()) {
            return true;
        }
        for (FileStatus child : files.listStatus(folder)) {
            boolean isNext = child.getPath()
                    .getName()
                    .toLowerCase(Locale.ROOT)
                    .equals(names.get(0).toLowerCase(Locale.ROOT));
            if (isNext
                    && (child.isDirectory() || names.size() == 1)
                    && isThere(files, child.getPath(), names.subList(1, names.size()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether each machine has it in its own file system. */
    boolean isLocal() {
        return LOCAL.equals(folder().toUri().getScheme());
    }

    Path folder() {
        return new Path(location);
    }

    /** How many bytes lie in an entry; 0 where that is not told. */
    long size(String entry, Configuration hadoop) {
        try {
            Path path = new Path(folder(), entry);
            return path.getFileSystem(hadoop).getContentSummary(path).getLength();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
