package io.github.iisaudit.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder in which somebody finds what broke which promise, and how to see it again. */
final class Reproducer {

    private static final Path FOLDER = Path.of("target/fuzz");

    private Reproducer() {}

    /** The command that makes and tries the input of a seed. */
    static String command(long seed) {
        return "mvn -Pfuzz test -Dtest=WholeCommandsFuzzTest -Dfuzz.input=" + seed;
    }

    /** Writes the input and what is to be known about it; returns where. */
    static Path write(long seed, Fault fault, Case input) throws IOException {
        Path folder = FOLDER.resolve(fault.kind().replace(' ', '-') + "-" + seed);
        Sandbox sandbox = new Sandbox(folder.toAbsolutePath());
        sandbox.write(input.content());
        if (!input.twin().isEmpty()) {
            new Sandbox(folder.toAbsolutePath().resolve("twin")).write(Content.of(input.twin()));
        }
        StringBuilder told = new StringBuilder(fault.kind() + "\n" + fault.detail() + "\n\n");
        for (List<String> call : fault.call().isEmpty() ? input.calls() : List.of(fault.call())) {
            told.append(environment(input.environment())).append("iisaudit");
            call.forEach(argument -> told.append(' ').append(quoted(sandbox.path(argument))));
            told.append('\n');
        }
        told.append("\nThe input before it was made smaller: ")
                .append(command(seed))
                .append('\n');
        Files.writeString(folder.resolve("README"), told);
        return folder;
    }

    private static String environment(Map<String, String> environment) {
        StringBuilder words = new StringBuilder();
        environment.keySet().stream()
                .sorted()
                .forEach(name -> words.append(name)
                        .append('=')
                        .append(environment.get(name))
                        .append(' '));
        return words.toString();
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=-]+") ? argument : "'" + argument + "'";
    }
}
