package io.github.iisaudit.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exports of a directory, and what an audit of a fleet takes with each of them and without: in turn, with wall times and memory. The
 * accounts of the fleet's pools and its servers are in them.
 *
 * <pre>{@code
 * mvn -q -Pbench -DskipTests package
 * java -cp target/test-classes io.github.iisaudit.bench.DirectoryBench target/iisaudit/bin/iisaudit /tmp/fleet /tmp/exports 200000 5
 * }</pre>
 */
public final class DirectoryBench {

    private static final Pattern POOL_USER = Pattern.compile("userName=\"CORP\\\\([^\"]+)\"");
    private static final Pattern HOST = Pattern.compile("bindingInformation=\"[^\":]*:[0-9]+:([^\"]+)\"");

    private DirectoryBench() {}

    /** @param args the launcher, the folder of a fleet, one for the exports, how many accounts, how many rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4) {
            System.err.println("usage: DirectoryBench LAUNCHER FLEET FOLDER ACCOUNTS [ROUNDS]");
            System.exit(2);
        }
        Path fleet = Path.of(args[1]);
        int accounts = Integer.parseInt(args[3]);
        Turns turns = new Turns();
        turns.add("without", scan(args[0], fleet));
        for (Shape shape : Shape.values()) {
            Path export = shape.write(Files.createDirectories(Path.of(args[2])), accounts, fleet);
            List<String> with = Stream.concat(
                            scan(args[0], fleet).stream(), Stream.of("--directory", export.toString()))
                    .toList();
            turns.add(String.format(Locale.ROOT, "%s, %d MB", export, Files.size(export) / 1_000_000), with);
        }
        turns.run(args.length > 4 ? Integer.parseInt(args[4]) : 5);
        turns.print(accounts + " accounts");
    }

    private static List<String> scan(String launcher, Path fleet) {
        return List.of(launcher, "scan", fleet.toString(), "--format", "json");
    }

    /** What an export holds, and in which characters. */
    private enum Shape {
        ASKED(StandardCharsets.UTF_8, false),
        FULL(StandardCharsets.UTF_8, true),
        WIDE(StandardCharsets.UTF_16LE, true);

        private final Charset charset;
        private final boolean isFull;

        Shape(Charset charset, boolean isFull) {
            this.charset = charset;
            this.isFull = isFull;
        }

        Path write(Path folder, int accounts, Path fleet) throws IOException {
            Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + "-" + accounts + ".ldf");
            if (Files.exists(file)) {
                return file;
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                out.write((charset == StandardCharsets.UTF_8 ? "" : "\uFEFF").getBytes(charset));
                DirectoryExport export = new DirectoryExport(out, charset, isFull);
                export.write(accounts);
                own(export, fleet);
            }
            return file;
        }
    }

    /** Each host name is on the user of a pool of the server where it stands first. */
    private static void own(DirectoryExport export, Path fleet) throws IOException {
        Map<String, Set<String>> spns = new TreeMap<>();
        Set<String> hosts = new TreeSet<>();
        try (Stream<Path> files = Files.walk(fleet, 6)) {
            for (Path file : files.filter(f -> f.endsWith("applicationHost.config"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                Matcher user = POOL_USER.matcher(text);
                Matcher host = HOST.matcher(text);
                while (user.find()) {
                    Set<String> held = spns.computeIfAbsent(user.group(1), k -> new TreeSet<>());
                    if (host.find() && hosts.add(host.group(1))) {
                        held.add("HTTP/" + host.group(1));
                    }
                }
            }
        }
        for (Map.Entry<String, Set<String>> each : spns.entrySet()) {
            export.user(each.getKey(), List.copyOf(each.getValue()));
        }
        try (Stream<Path> servers = Files.list(fleet)) {
            for (Path server : servers.filter(Files::isDirectory).sorted().toList()) {
                export.computer(server.getFileName().toString().toUpperCase(Locale.ROOT), false);
            }
        }
    }
}
