package io.github.iisaudit.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.spark.Fleets.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cluster of Spark's own kind on this machine: a master and two workers, each of which starts an executor. */
class ClusterTest {

    private static final int SERVERS = 24;

    @TempDir
    Path temp;

    private final List<Program> running = new ArrayList<>();
    private String master = "";

    @BeforeEach
    void startCluster() throws Exception {
        Program first = start(
                "org.apache.spark.deploy.master.Master",
                List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
        master = first.told("Starting Spark master at (spark://\\S+)");
        for (int i = 1; i <= 2; i++) {
            Program worker = start(
                    "org.apache.spark.deploy.worker.Worker",
                    List.of("--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "600m"),
                    "--work-dir",
                    temp.resolve("work" + i).toString(),
                    master);
            worker.told("Successfully registered with master");
        }
    }

    private Program start(String name, List<String> arguments, String... more) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        command.addAll(List.of(more));
        Program program = Program.spark("", command);
        running.add(program);
        return program;
    }

    @AfterEach
    void stopCluster() {
        running.forEach(Program::close);
    }

    @ParameterizedTest
    @EnumSource
    void twoWorkersFindWhatTheCommandLineFinds(Form form) throws Exception {
        Path fleet = Fleets.of(form, SERVERS, temp.resolve("fleet"));
        Path output = temp.resolve("output");

        try (Program job = Submitted.job(master, fleet.toString(), output.toString())) {
            assertThat(job.exitCode()).as(String.join("\n", job.err())).isZero();
            assertThat(job.out()).anyMatch(line -> line.startsWith("27 servers in, 27 servers out"));
        }
        Submitted.isWhatTheCommandLineFinds(output, fleet.toString());
    }

    @Test
    void aWorkerThatIsLostInTheMiddleCostsTimeOnly() throws Exception {
        Path fleet = Fleets.of(Form.TARS, SERVERS, temp.resolve("fleet"));
        Path output = temp.resolve("output");

        try (Program job = Submitted.job(master, fleet.toString(), output.toString())) {
            job.told("Starting task 1.0 in stage 1.0");
            running.remove(running.size() - 1).close();
            assertThat(job.exitCode()).as(String.join("\n", job.err())).isZero();
            job.told("Lost executor");
        }
        Submitted.isWhatTheCommandLineFinds(output, fleet.toString());
    }
}
