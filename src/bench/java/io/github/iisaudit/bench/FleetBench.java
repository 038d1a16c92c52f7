package io.github.iisaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fleet audited with the full catalogue, compared with what only parses the same files: a single-threaded SAX pass in a JVM, and
 * xmllint where it is installed.
 *
 * <pre>{@code
 * mvn -q -Pbench -DskipTests package
 * java -cp target/test-classes io.github.iisaudit.bench.FleetBench target/iisaudit/bin/iisaudit 100 20 5
 * }</pre>
 */
public final class FleetBench {

    /** What one command line can name. */
    private static final int FILES_A_COMMAND = 10_000;

    private FleetBench() {}

    /**
     * @param args the launcher; then the number of servers (100), of sites on each (20), and of rounds (5); or the folder of a
     *     fleet that exists instead of the first two
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            System.err.println("usage: FleetBench LAUNCHER [SERVERS SITES | FOLDER] [ROUNDS]");
            System.exit(2);
        }
        boolean isGiven = args.length > 1 && Files.isDirectory(Path.of(args[1]));
        int rounds = number(args, isGiven ? 2 : 3, 5);
        Path folder = isGiven ? Path.of(args[1]) : Files.createTempDirectory("iisaudit-fleet");
        List<Path> files =
                isGiven ? configs(folder) : FleetFiles.write(folder, number(args, 1, 100), number(args, 2, 20));
        Turns turns = turns(Path.of(args[0]).toAbsolutePath(), folder, files);
        turns.run(rounds);
        turns.print(files.size() + " files, " + megabytes(files) + " MB");
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private static List<Path> configs(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".config"))
                    .sorted()
                    .toList();
        }
    }

    private static Turns turns(Path launcher, Path folder, List<Path> files) throws IOException, InterruptedException {
        Path list = Files.createTempFile("iisaudit-files", ".txt");
        Files.write(list, files.stream().map(Path::toString).toList());
        Turns turns = new Turns();
        String java = ProcessHandle.current().info().command().orElse("java");
        String classes = System.getProperty("java.class.path");
        turns.add(
                "SAX, one thread, parses only",
                List.of(java, "-cp", classes, SaxPass.class.getName(), list.toString()));
        if (Turns.isInstalled("xmllint")) {
            turns.addAll("xmllint --xpath, parses and looks", xmllint(files));
        }
        String tool = launcher.toString();
        String fleet = folder.toString();
        turns.add("iisaudit scan", List.of(tool, "scan", fleet));
        turns.add("iisaudit scan --format json", List.of(tool, "scan", fleet, "--format", "json"));
        turns.add("iisaudit scan --jobs 1", List.of(tool, "scan", fleet, "--jobs", "1"));
        return turns;
    }

    private static List<List<String>> xmllint(List<Path> files) {
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < files.size(); i += FILES_A_COMMAND) {
            List<String> command = new ArrayList<>(List.of("xmllint", "--xpath", "//windowsAuthentication/@enabled"));
            files.subList(i, Math.min(files.size(), i + FILES_A_COMMAND)).forEach(file -> command.add(file.toString()));
            commands.add(command);
        }
        return commands;
    }

    private static long megabytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes / 1_000_000;
    }
}
