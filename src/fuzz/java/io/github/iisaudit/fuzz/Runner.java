package io.github.iisaudit.fuzz;

import com.sun.management.OperatingSystemMXBean;
import io.github.iisaudit.cli.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs command lines within this process, and gives up on one that does not end. */
final class Runner {

    /** Seconds of processor time after which a command line is taken to run for ever. */
    private static final int PATIENCE = 30;

    /** Seconds after which one that does nothing is taken to wait for ever. */
    private static final int SILENCE = 300;

    /** A command line has not ended; the process is of no use any more. */
    static final class Endless extends RuntimeException {
        Endless(String stacks) {
            super(stacks);
        }
    }

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Sandbox sandbox;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fuzzed");
        thread.setDaemon(true);
        return thread;
    });

    Runner(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Outcome run(List<String> call, Map<String, String> environment) throws IOException {
        sandbox.clearOutputs();
        List<String> args = call.stream().map(sandbox::path).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long before = SYSTEM.getProcessCpuTime();
        int exit = exit(args, environment, out, err);
        long milliseconds = (SYSTEM.getProcessCpuTime() - before) / 1_000_000;
        Map<String, byte[]> printed = sandbox.outputs();
        printed.put(Outcome.OUT, out.toByteArray());
        printed.put(Outcome.ERR, err.toByteArray());
        return new Outcome(call, exit, printed, milliseconds);
    }

    private int exit(
            List<String> args, Map<String, String> environment, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Future<Integer> run =
                worker.submit(() -> CommandRun.exit(args, environment, InputStream.nullInputStream(), out, err));
        try {
            return patiently(run);
        } catch (ExecutionException e) {
            e.getCause().printStackTrace(new PrintStream(err, true, StandardCharsets.UTF_8));
            return -1;
        } catch (TimeoutException e) {
            throw new Endless(stacks());
        } catch (InterruptedException e) {
            throw new Endless("interrupted");
        }
    }

    /** Processor time counts, as a busy machine is no fault of the program. */
    private static int patiently(Future<Integer> run)
            throws ExecutionException, TimeoutException, InterruptedException {
        long before = SYSTEM.getProcessCpuTime();
        for (int seconds = 0; ; seconds++) {
            try {
                return run.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                long used = TimeUnit.NANOSECONDS.toSeconds(SYSTEM.getProcessCpuTime() - before);
                if (used > PATIENCE || seconds > SILENCE) {
                    throw e;
                }
            }
        }
    }

    private static String stacks() {
        StringBuilder stacks = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, trace) -> {
            stacks.append(thread.getName()).append('\n');
            for (StackTraceElement element : trace) {
                stacks.append("    ").append(element).append('\n');
            }
        });
        return stacks.toString();
    }
}
