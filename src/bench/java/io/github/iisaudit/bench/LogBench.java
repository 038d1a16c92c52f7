package io.github.iisaudit.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logs of IIS, the same bytes each time, and how long {@code iisaudit confirm} takes over them beside mawk, which only counts a
 * column: in turn, with the medians of wall clock, CPU and memory.
 *
 * <pre>{@code
 * mvn -q -DskipTests package
 * java src/bench/java/io/github/iisaudit/bench/LogBench.java target/iisaudit/bin/iisaudit /tmp/logs 5000000 5
 * }</pre>
 */
public final class LogBench {

    private static final int SITES = 3;
    private static final int FILES = 4;
    private static final long BEGIN = Instant.parse("2026-03-09T00:00:00Z").getEpochSecond();

    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/140.0.0.0+Safari/537.36",
            "Mozilla/5.0+(Windows+NT+10.0;+WOW64;+Trident/7.0;+rv:11.0)+like+Gecko",
            "Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.17328;+Pro)",
            "curl/8.5.0");
    private static final List<String> STEMS = List.of(
            "/hr/default.aspx",
            "/hr/api/leave",
            "/Content/site.css",
            "/scripts/app.min.js",
            "/",
            "/timesheet/Week/Show");

    private static final String HEADER = "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n"
            + "#Date: 2026-03-09 00:00:00\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
            + " cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n";

    private static final String SECTIONS = "<configSections><sectionGroup name=\"system.applicationHost\">"
            + "<section name=\"sites\"/></sectionGroup><sectionGroup name=\"system.webServer\"><sectionGroup name=\"security\">"
            + "<sectionGroup name=\"authentication\"><section name=\"windowsAuthentication\"/></sectionGroup></sectionGroup>"
            + "</sectionGroup></configSections>";

    private LogBench() {}

    /** @param args the launcher, a folder, how many rows, how many rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: java LogBench.java target/iisaudit/bin/iisaudit FOLDER ROWS [rounds]");
            System.exit(2);
        }
        Path folder = Path.of(args[1]);
        int rows = Integer.parseInt(args[2]);
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        write(once, rows, 1);
        write(twice, rows, 2);
        Path server = server(folder);
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
        List<Timed> all = List.of(
                new Timed("iisaudit", confirm(args[0], server, once)),
                new Timed("mawk", mawk(once)),
                new Timed("iisaudit, twice the rows", confirm(args[0], server, twice)));
        for (int round = 0; round < rounds; round++) {
            for (Timed each : all) {
                each.run();
            }
        }
        all.forEach(Timed::print);
        System.out.printf(
                Locale.ROOT,
                "wall: %.2f of mawk; twice the rows take %.2f times as long%n",
                all.get(0).median(0) / all.get(1).median(0),
                all.get(2).median(0) / all.get(0).median(0));
    }

    private static List<String> confirm(String launcher, Path server, Path logs) {
        return List.of(launcher, "confirm", server.toString(), "--evidence", logs.toString());
    }

    private static List<String> mawk(Path logs) throws IOException {
        List<String> command = new ArrayList<>(List.of("mawk", "{n[$12]++} END{for(k in n)print k,n[k]}"));
        try (Stream<Path> files = Files.walk(logs)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> command.add(file.toString()));
        }
        return command;
    }

    /** Writes logs, unless they are there. */
    private static void write(Path folder, int rows, int times) throws IOException {
        for (int site = 1; site <= SITES; site++) {
            Path logs = Files.createDirectories(folder.resolve("W3SVC" + site));
            for (int file = 0; file < FILES * times; file++) {
                Path log = logs.resolve(String.format(Locale.ROOT, "u_ex2603%02d.log", 9 + file));
                if (!Files.exists(log)) {
                    write(log, new Random(site * 1000L + file), rows / SITES / FILES, file);
                }
            }
        }
    }

    private static void write(Path log, Random random, int rows, int day) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            double second = BEGIN + day * 86_400.0;
            for (int i = 0; i < rows; i++) {
                second += random.nextDouble() * 2 * 86_000 / rows;
                out.write(row((long) second, random).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** Of ten rows seven are of a user, two are the beginnings of a logon, and one is something else. */
    private static String row(long second, Random random) {
        String time = Instant.ofEpochSecond(second).toString();
        int kind = random.nextInt(100);
        String user = kind < 70 ? "CONTOSO\\user" + random.nextInt(2000) : "-";
        String result = kind < 70 ? "200 0 0" : kind < 88 ? "401 2 5" : kind < 96 ? "401 1 2148074254" : "404 0 2";
        return time.substring(0, 10) + " " + time.substring(11, 19) + " 10.20.30.5 GET "
                + STEMS.get(random.nextInt(STEMS.size())) + " id=" + random.nextInt(100_000) + "&view=full 443 " + user
                + " 10.20." + random.nextInt(40) + "." + random.nextInt(250) + " "
                + AGENTS.get(random.nextInt(AGENTS.size()))
                + " https://intranet.contoso.com/hr/default.aspx " + result + " " + random.nextInt(900) + "\r\n";
    }

    private static Path server(Path folder) throws IOException {
        Path server = Files.createDirectories(folder.resolve("WEB01"));
        String sites = String.join(
                "",
                IntStream.rangeClosed(1, SITES)
                        .mapToObj(id -> "<site name=\"Site" + id + "\" id=\"" + id + "\"><application path=\"/\"/>"
                                + "<application path=\"/hr\"/><application path=\"/timesheet\"/></site>")
                        .toList());
        Files.writeString(
                server.resolve("applicationHost.config"),
                "<configuration>" + SECTIONS + "<system.applicationHost><sites>" + sites
                        + "</sites></system.applicationHost>"
                        + "<system.webServer><security><authentication><windowsAuthentication enabled=\"true\"/>"
                        + "</authentication></security></system.webServer></configuration>");
        return server;
    }

    /** A command, and what was measured of it: seconds, seconds of CPU, kilobytes. */
    private record Timed(String name, List<String> command, List<double[]> measured) {

        Timed(String name, List<String> command) {
            this(name, command, new ArrayList<>());
        }

        void run() throws IOException, InterruptedException {
            List<String> timed = new ArrayList<>(Arrays.asList("/usr/bin/time", "-f", "%e %U %S %M"));
            timed.addAll(command);
            Process process = new ProcessBuilder(timed)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            try (BufferedReader errors = process.errorReader()) {
                String last = errors.lines().reduce("", (a, b) -> b);
                String[] words = last.split(" ");
                measured.add(new double[] {
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]) + Double.parseDouble(words[2]),
                    Double.parseDouble(words[3])
                });
            }
            process.waitFor();
        }

        double median(int column) {
            double[] sorted =
                    measured.stream().mapToDouble(m -> m[column]).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %6.2f s wall, %6.2f s CPU, %4.0f MB%n",
                    name,
                    median(0),
                    median(1),
                    median(2) / 1024);
        }
    }
}
