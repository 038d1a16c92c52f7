package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.location;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A family of small files that were made to keep a program busy.
 *
 * @param most the size at which its largest file is still below 1 MB
 * @param files by their names, of a size
 * @param before what was committed before those files, of a size; empty where there is no repository
 * @param commands that read them, with a dot for the folder that they are in; none for the usual ones
 * @param options that go with a usual scan only
 */
record SmallFamily(
        String name,
        int most,
        IntFunction<Map<String, byte[]>> files,
        IntFunction<Map<String, byte[]>> before,
        List<String> commands,
        List<String> options) {

    /** Paths that findings are at. */
    static final String FINDINGS = configuration(root() + each(3_500, i -> location("S/f" + i, on())));

    /** What makes an archive of a size. */
    interface Packed {
        byte[] of(int n) throws IOException;
    }

    static SmallFamily of(String name, int most, IntFunction<Map<String, String>> files) {
        return of(name, most, files, List.of());
    }

    static SmallFamily of(String name, int most, IntFunction<Map<String, String>> files, List<String> options) {
        return new SmallFamily(name, most, n -> bytes(files.apply(n)), n -> Map.of(), List.of(), options);
    }

    /** One that is read by commands of its own. */
    static SmallFamily of(String name, int most, List<String> commands, IntFunction<Map<String, String>> files) {
        return new SmallFamily(name, most, n -> bytes(files.apply(n)), n -> Map.of(), commands, List.of());
    }

    /** One that is more than text. */
    static SmallFamily ofBytes(String name, int most, List<String> commands, IntFunction<Map<String, byte[]>> files) {
        return new SmallFamily(name, most, files, n -> Map.of(), commands, List.of());
    }

    /** An applicationHost.config. */
    static SmallFamily host(String name, int most, List<String> commands, IntFunction<String> inside) {
        return of(name, most, commands, n -> Map.of(HOST, configuration(inside.apply(n))));
    }

    /** A web.config. */
    static SmallFamily web(String name, int most, List<String> commands, IntFunction<String> inside) {
        return of(
                name,
                most,
                commands,
                n -> Map.of("web.config", "<configuration>" + inside.apply(n) + "</configuration>"));
    }

    /** An archive, and texts beside it. */
    static SmallFamily packed(
            String name, int most, List<String> commands, Map<String, String> texts, String archive, Packed packed) {
        return ofBytes(name, most, commands, n -> {
            Map<String, byte[]> files = bytes(texts);
            try {
                files.put(archive, packed.of(n));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        });
    }

    /** The same as a change of a repository. */
    SmallFamily since(IntFunction<Map<String, String>> committed) {
        return new SmallFamily(name, most, files, n -> bytes(committed.apply(n)), commands, options);
    }

    /** What each command does, in words. */
    List<List<String>> commandLines() {
        List<List<String>> all = new ArrayList<>();
        for (String command : commands) {
            all.add(List.of(command.split(" ")));
        }
        for (List<String> command : commands.isEmpty() ? SmallFamilies.COMMANDS : List.<List<String>>of()) {
            List<String> line = new ArrayList<>(command);
            line.addAll(command.get(0).equals("scan") ? options : List.of());
            line.add(".");
            all.add(line);
        }
        return all;
    }

    /** Writes those of a size into a folder, as a change of a repository where something was committed before. */
    void write(Path folder, int n) throws IOException, InterruptedException {
        Map<String, byte[]> committed = before.apply(n);
        write(folder, committed);
        if (!committed.isEmpty()) {
            git(folder, "init", "-q");
            git(folder, "add", "-A");
            git(folder, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "-q", "-m", "before");
        }
        write(folder, files.apply(n));
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start().waitFor();
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }
}
