package io.github.iisaudit.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A Java program that runs beside the test: its lines are kept, standard output and standard error apart. */
final class Program implements AutoCloseable {

    /** As in a Spark distribution, with the libraries of Spark and nothing of the program. */
    static final Path SPARK = Path.of("target/spark").toAbsolutePath();

    static final Path JOB = Path.of("target/iisaudit-spark.jar").toAbsolutePath();
    static final Path COMMAND_LINE = Path.of("target/iisaudit.jar").toAbsolutePath();

    private static final int SECONDS = 240;

    private final Process process;
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final List<Thread> readers;

    private Program(Process process) {
        this.process = process;
        this.readers = List.of(
                reader(process.inputReader(StandardCharsets.UTF_8), out),
                reader(
                        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)),
                        err));
    }

    private static Thread reader(BufferedReader lines, List<String> kept) {
        Thread thread = new Thread(() -> lines.lines().forEach(line -> {
            synchronized (kept) {
                kept.add(line);
                kept.notifyAll();
            }
        }));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Starts Java as it runs Spark.
     *
     * @param more what the class path has beside the libraries of Spark; empty for nothing
     */
    static Program spark(String more, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
        command.add("-Xmx512m");
        command.addAll(List.of("-cp", SPARK.resolve("jars") + "/*" + File.pathSeparator + more));
        command.addAll(arguments);
        return java(command);
    }

    static Program java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line on standard error; its first group. */
    String told(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int at = 0;
        synchronized (err) {
            while (System.nanoTime() < end) {
                for (; at < err.size(); at++) {
                    Matcher matcher = wanted.matcher(err.get(at));
                    if (matcher.find()) {
                        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                    }
                }
                if (!process.isAlive() && !readers.get(1).isAlive()) {
                    break;
                }
                err.wait(100);
            }
            throw new AssertionError("never told: " + pattern + "\n" + tail());
        }
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end\n" + tail());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    List<String> err() {
        synchronized (err) {
            return List.copyOf(err);
        }
    }

    private String tail() {
        List<String> all = err();
        return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
    }

    /** Ends it and all that it has started, without a warning. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
