package io.github.iisaudit.spark;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetJson;
import io.github.iisaudit.report.FleetSummary;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The audit of a fleet as a job of Spark: {@code FleetJob INPUT OUTPUT [--rules DIR]...}. The findings are those of the command line,
 * line by line; the driver never holds any. A lost machine costs time, a faulty server is a row, and the output is there as a whole or
 * not at all.
 */
public final class FleetJob {

    private static final String FINDINGS = "findings.jsonl";

    private final SparkSession spark;
    private final FleetInput input;
    private final JobOutput output;
    private final Broadcast<Auditor> auditor;

    private FleetJob(SparkSession spark, FleetInput input, JobOutput output, Broadcast<Auditor> auditor) {
        this.spark = spark;
        this.input = input;
        this.output = output;
        this.auditor = auditor;
    }

    /** Runs the job by what spark-submit says; ends the program only where the job cannot be done. */
    public static void main(String... typed) throws IOException {
        try {
            run(JobArguments.of(typed));
        } catch (JobException e) {
            System.err.println("iisaudit: " + e.getMessage());
            System.exit(e.exitCode());
        }
    }

    private static void run(JobArguments arguments) throws JobException, IOException {
        try (SparkSession spark =
                SparkSession.builder().appName("iisaudit " + arguments.input()).getOrCreate()) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            Configuration hadoop = context.hadoopConfiguration();
            RuleTexts rules = RuleTexts.of(arguments.rules());
            FleetInput.Listed listed = FleetInput.list(arguments.input(), hadoop);
            FleetInput input = listed.input();
            JobOutput output = JobOutput.of(arguments.output(), context.sc().applicationId(), input, hadoop);
            Auditor auditor = new Auditor(input, rules, new SerializableConfiguration(hadoop));
            try {
                new FleetJob(spark, input, output, context.broadcast(auditor)).run(listed.entries());
            } finally {
                output.clean();
            }
        }
    }

    private void run(List<FleetEntry> entries) throws JobException, IOException {
        FleetAudit audit = FleetAudit.of(JavaSparkContext.fromSparkContext(spark.sparkContext()), auditor, entries);
        if (audit.names().isEmpty() && audit.refused() == 0) {
            throw JobException.ofNothing(
                    "no server in " + input.shown() + ": give a folder of servers' folders, zips or" + " tar.gz files");
        }
        Reduction reduction = new Reduction(audit.servers(), auditor);
        write(FINDINGS, reduction.findings());
        write("unreadable.jsonl", audit.unreadable());
        spark.read()
                .schema(FindingTable.columns())
                .option("mode", "FAILFAST")
                .json(output.folder(FINDINGS))
                .write()
                .parquet(output.folder("findings.parquet"));
        FleetSummary summary = reduction.summary().add(FleetSummary.ofRefused(audit.refused()));
        check(audit, summary);
        List<Drift.Site> drift = reduction.drift();
        output.write("summary.json", out -> FleetJson.summary(version(), summary, drift, out));
        output.commit();
        tell(audit, summary);
    }

    private void write(String folder, JavaRDD<String> lines) {
        spark.createDataset(lines.rdd(), Encoders.STRING()).write().text(output.folder(folder));
    }

    /** As many servers and findings have come out as have gone in, whatever went wrong on the way. */
    private void check(FleetAudit audit, FleetSummary summary) throws JobException {
        long written = spark.read().parquet(output.folder("findings.parquet")).count();
        if (summary.servers() != audit.names().size() || summary.findings() != written) {
            throw JobException.ofFault(audit.names().size() + " servers and " + summary.findings()
                    + " findings were to come out, and " + summary.servers() + " servers and " + written
                    + " findings came out");
        }
    }

    /** What the build wrote beside the program's classes. */
    private static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream in = FleetSummary.class.getResourceAsStream("/io/github/iisaudit/iisaudit.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return build.getProperty("version", "dev");
    }

    private void tell(FleetAudit audit, FleetSummary summary) {
        System.out.println(audit.names().size() + " servers in, " + summary.servers() + " servers out, "
                + summary.findings() + " findings, " + summary.unreadable() + " unreadable");
        if (!audit.passedOver().isEmpty()) {
            System.out.println("no servers: " + audit.passedOver());
        }
    }
}
