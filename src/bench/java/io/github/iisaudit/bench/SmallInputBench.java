package io.github.iisaudit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The worst of files below 1 MB: each family at a quarter, a half and all of its size, through the commands and formats, with the
 * launcher's own heap. Prints seconds, those of the processors, how fast they grow (the exponent of the size, from a half to all of it; start-up taken away), the size of
 * the output, the memory of the process, and the exit code; then what took more than ten seconds or 384 MB.
 *
 * <pre>{@code
 * mvn -q -Pbench -DskipTests package
 * java -cp target/test-classes io.github.iisaudit.bench.SmallInputBench target/iisaudit/bin/iisaudit [part of a name]
 * }</pre>
 */
public final class SmallInputBench {

    private static final int LIMIT = 10;
    private static final int MEGABYTES = 384;
    private static final int PATIENCE = Integer.getInteger("patience", 6 * LIMIT);
    private static final int KILLED = -1;

    private final String launcher;
    private final double start;
    private final List<String> worst = new ArrayList<>();

    private record Run(double seconds, double cpu, long outputKilobytes, long kilobytes, int exit, String complaint) {}

    private SmallInputBench(String launcher) throws IOException, InterruptedException {
        this.launcher = launcher;
        Path empty = Files.createTempDirectory("iisaudit-none");
        Files.writeString(empty.resolve("web.config"), "<configuration/>");
        run(List.of("scan", "."), empty);
        this.start = run(List.of("scan", "."), empty).cpu;
    }

    /** @param args the launcher; then perhaps a part of the names of the families wanted */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            System.err.println("usage: SmallInputBench LAUNCHER [PART-OF-A-NAME]");
            System.exit(2);
        }
        SmallInputBench bench =
                new SmallInputBench(Path.of(args[0]).toAbsolutePath().toString());
        for (SmallFamily family : SmallFamilies.named(args.length < 2 ? "" : args[1])) {
            bench.measure(family);
        }
        bench.worst.forEach(System.out::println);
        System.out.println(bench.worst.size() + " over " + LIMIT + " s or " + MEGABYTES + " MB");
    }

    private void measure(SmallFamily family) throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        for (int part : new int[] {4, 2, 1}) {
            Path folder = Files.createTempDirectory("iisaudit-small");
            family.write(folder, family.most() / part);
            folders.add(folder);
        }
        System.out.printf("%n%s (%d, %d KB)%n", family.name(), family.most(), size(folders.get(2)) / 1000);
        for (List<String> command : family.commandLines()) {
            measure(family, command, folders);
        }
        for (Path folder : folders) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void measure(SmallFamily family, List<String> command, List<Path> folders)
            throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(run(command, folder));
        }
        Run last = runs.get(2);
        double half = Math.max(0.1, runs.get(1).cpu - start);
        double exponent = Math.log(Math.max(0.1, last.cpu - start) / half) / Math.log(2);
        String line = String.format(
                "  %-46s %6.2f %6.2f %6.2f s  CPU %6.2f %6.2f %6.2f s  ^%4.1f %8d KB %5d MB  exit %d %s",
                String.join(" ", command),
                runs.get(0).seconds,
                runs.get(1).seconds,
                last.seconds,
                runs.get(0).cpu,
                runs.get(1).cpu,
                last.cpu,
                exponent,
                last.outputKilobytes,
                last.kilobytes / 1024,
                last.exit,
                last.complaint);
        System.out.println(line);
        boolean isLarge = last.kilobytes > MEGABYTES * 1024L || last.complaint.contains("memory");
        if (last.seconds > LIMIT || isLarge || last.exit == 4 || last.exit == KILLED) {
            worst.add(family.name() + ": " + line.strip());
        }
    }

    private Run run(List<String> command, Path folder) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(launcher));
        command.forEach(word -> line.add(word.equals(".") ? folder.toString() : word));
        Path out = Files.createTempFile("iisaudit-out", "");
        Path err = Files.createTempFile("iisaudit-err", "");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        double cpu = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            peak = Math.max(peak, Turns.residentKilobytes(process.pid()));
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE)) {
                process.destroyForcibly().waitFor();
                Run run = new Run(PATIENCE, cpu, Files.size(out) / 1000, peak, KILLED, "");
                Files.delete(out);
                Files.delete(err);
                return run;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String complaint = Files.readString(err).lines().findFirst().orElse("");
        Run run = new Run(seconds, cpu, Files.size(out) / 1000, peak, process.exitValue(), shortened(complaint));
        Files.delete(out);
        Files.delete(err);
        return run;
    }

    private static String shortened(String line) {
        return line.length() > 90 ? line.substring(0, 90) + "…" : line;
    }

    private static long size(Path folder) throws IOException {
        long largest = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                largest = Math.max(largest, Files.isRegularFile(file) ? Files.size(file) : 0);
            }
        }
        return largest;
    }
}
