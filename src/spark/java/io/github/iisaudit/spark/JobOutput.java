package io.github.iisaudit.spark;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that a job makes. All is written beside it, under a name that readers of data pass over, and gets its own name when it is
 * whole; the last thing that is written is {@code _SUCCESS}.
 */
final class JobOutput {

    private static final String SUCCESS = "_SUCCESS";

    private final String shown;
    private final FileSystem files;
    private final Path whole;
    private final Path unfinished;

    /** What writes a file. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    private JobOutput(String shown, FileSystem files, Path whole, Path unfinished) {
        this.shown = shown;
        this.files = files;
        this.whole = whole;
        this.unfinished = unfinished;
    }

    /**
     * A folder that there is not.
     *
     * @param job what no other job is called
     */
    static JobOutput of(String shown, String job, FleetInput input, Configuration hadoop) throws JobException {
        try {
            Path path = new Path(shown);
            FileSystem files = path.getFileSystem(hadoop);
            Path whole = files.makeQualified(path);
            Path above = whole.getParent();
            if (above == null) {
                throw JobException.ofUsage("give a folder that the job can make, not " + shown);
            }
            JobOutput output = new JobOutput(shown, files, whole, new Path(above, "_" + whole.getName() + "-" + job));
            output.refuseExisting();
            if ((whole + "/").startsWith(input.folder() + "/")) {
                throw JobException.ofUsage(
                        "the output " + shown + " would lie in the input " + input.shown() + ": give another folder");
            }
            return output;
        } catch (IOException | IllegalArgumentException e) {
            throw JobException.ofUsage("cannot write " + shown + ": " + e.getMessage());
        }
    }

    private void refuseExisting() throws IOException, JobException {
        if (files.exists(whole)) {
            throw JobException.ofUsage("the output " + shown + " is there already: remove it or give another folder");
        }
    }

    /** Where a folder of the output is written. */
    String folder(String name) {
        return new Path(unfinished, name).toString();
    }

    void write(String name, Content content) throws IOException {
        try (Writer out =
                new OutputStreamWriter(files.create(new Path(unfinished, name), false), StandardCharsets.UTF_8)) {
            content.write(out);
        }
    }

    /** Shows what was written. */
    void commit() throws IOException, JobException {
        refuseExisting();
        if (!files.rename(unfinished, whole)) {
            throw new IOException("cannot rename " + unfinished + " to " + whole);
        }
        files.create(new Path(whole, SUCCESS), false).close();
    }

    /** Deletes what is not committed. */
    void clean() throws IOException {
        files.delete(unfinished, true);
    }
}
