package io.github.iisaudit.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.iisaudit.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How the time for files below 1 MB grows with their size: each command of each family at a quarter, a half and all of the size.
 * {@link SmallInputBench} measures whole processes, whose start and compilation are most of a short run; here one process a
 * family, with the heap and the compiler of the launcher, runs the commands again and again and takes the least. Prints seconds of
 * the processors (all threads, collections and compilation included), the seconds of the collections, the heap that was in use after
 * one, how many times as much a doubled size takes, what a sixty-fourth takes and the collections being taken away, and the exit code. Where
 * a size takes more than ten seconds, larger ones are not tried.
 *
 * <p>A line ends with {@code GROWS} where a doubled size takes more than 2.3 times as much, a tenth more than n log n does, and with
 * {@code LONG} where it takes more than ten seconds. What a budget ends grows until it does. Both are worth a second look only where
 * they are there again when measured again.
 *
 * <pre>{@code
 * mvn -q -Pbench -DskipTests package
 * java -cp target/test-classes:target/iisaudit/lib/iisaudit.jar io.github.iisaudit.bench.SmallGrowthBench [part of a name]
 * }</pre>
 */
public final class SmallGrowthBench {

    private static final int[] PARTS = {64, 4, 2, 1};
    private static final double MOST_GROWTH = 2.3;
    private static final double LEAST_SECONDS = 0.2;
    private static final double LIMIT = 10;
    private static final double ENOUGH = 0.5;
    private static final int REPEATED = Integer.getInteger("repeated", 3);
    private static final int PATIENCE = Integer.getInteger("patience", 300);
    private static final String ONE = "--one";

    private static final List<String> JAVA = List.of(
            "-XX:+UseG1GC",
            "-Xms192m",
            "-Xmx288m",
            "-Xmn128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:C1MaxInlineSize=20",
            "-Drepeated=" + REPEATED);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private record Run(double seconds, double collecting, long heap, int exit, String complaint) {

        /** A heap that is full sooner is collected more often, by as many threads as there are processors. */
        double working() {
            return seconds - collecting * SYSTEM.getAvailableProcessors();
        }
    }

    private SmallGrowthBench() {}

    /** @param args perhaps a part of the names of the families wanted */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals(ONE)) {
            for (SmallFamily family : SmallFamilies.named(args[1])) {
                if (family.name().equals(args[1])) {
                    measure(family);
                }
            }
            return;
        }
        for (SmallFamily family : SmallFamilies.named(args.length == 0 ? "" : args[0])) {
            apart(family);
        }
    }

    /** In a process that runs in the folder of the files, which commands name as they would be typed there. */
    private static void apart(SmallFamily family) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("iisaudit-growth").resolve("files");
        Files.createDirectory(folder);
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(JAVA);
        line.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
        line.addAll(List.of(SmallGrowthBench.class.getName(), ONE, family.name()));
        Process process =
                new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            System.out.println("  ended after " + PATIENCE + " s");
        }
        empty(folder.getParent());
        Files.delete(folder.getParent());
    }

    private static String absolute(String classPath) {
        StringBuilder all = new StringBuilder();
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            all.append(Path.of(entry).toAbsolutePath()).append(java.io.File.pathSeparator);
        }
        return all.toString();
    }

    private static void measure(SmallFamily family) throws IOException, InterruptedException {
        System.out.printf("%s (%d)%n", family.name(), family.most());
        Map<Integer, List<Run>> runs = new TreeMap<>();
        Path here = Path.of("").toAbsolutePath();
        for (int part : PARTS) {
            family.write(here, Math.max(1, family.most() / part));
            List<List<String>> commands = family.commandLines();
            for (int i = 0; i < commands.size(); i++) {
                List<Run> smaller = runs.computeIfAbsent(i, any -> new ArrayList<>());
                smaller.add(isTooLong(smaller) ? smaller.get(smaller.size() - 1) : least(commands.get(i)));
                if (part == 1) {
                    print(String.join(" ", commands.get(i)), runs.get(i));
                }
            }
            empty(here);
        }
    }

    private static boolean isTooLong(List<Run> runs) {
        return !runs.isEmpty() && runs.get(runs.size() - 1).seconds > LIMIT;
    }

    private static void print(String command, List<Run> runs) {
        double none = runs.get(0).working();
        Run last = runs.get(3);
        double first = growth(none, runs.get(1), runs.get(2));
        double second = growth(none, runs.get(2), last);
        System.out.printf(
                "  %-50s %6.2f %6.2f %6.2f %6.2f s  GC %5.2f s %4d MB  × %4.1f × %4.1f  exit %d %s%s%s%n",
                command,
                runs.get(0).seconds,
                runs.get(1).seconds,
                runs.get(2).seconds,
                last.seconds,
                last.collecting,
                last.heap >> 20,
                first,
                second,
                last.exit,
                last.complaint,
                Math.max(first, second) > MOST_GROWTH ? " GROWS" : "",
                last.seconds > LIMIT ? " LONG" : "");
    }

    /** 1 where it is too little to tell. */
    private static double growth(double none, Run half, Run all) {
        double more = all.working() - none;
        return more < LEAST_SECONDS ? 1 : more / Math.max(half.working() - none, LEAST_SECONDS / 4);
    }

    private static Run least(List<String> command) {
        Run least = run(command);
        double all = least.seconds;
        for (int i = 1; i < REPEATED && all < ENOUGH; i++) {
            Run run = run(command);
            all += run.seconds;
            least = run.seconds < least.seconds ? run : least;
        }
        return least;
    }

    private static Run run(List<String> command) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        double collecting = collecting();
        long begin = SYSTEM.getProcessCpuTime();
        int exit = Main.run(
                command.toArray(String[]::new),
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                complaints);
        double seconds = (SYSTEM.getProcessCpuTime() - begin) / 1e9;
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            heap += pool.getName().contains("Old") ? pool.getPeakUsage().getUsed() : 0;
        }
        String complaint =
                complaints.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
        return new Run(
                seconds,
                collecting() - collecting,
                heap,
                exit,
                complaint.substring(0, Math.min(60, complaint.length())));
    }

    private static double collecting() {
        double seconds = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            seconds += collector.getCollectionTime() / 1e3;
        }
        return seconds;
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
