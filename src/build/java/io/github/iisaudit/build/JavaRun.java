package io.github.iisaudit.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of a Java of its own. */
final class JavaRun {

    private JavaRun() {}

    /** Its exit code; what it complains of is shown. @param home of the Java */
    static int of(Path home, ProcessBuilder.Redirect output, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }
}
