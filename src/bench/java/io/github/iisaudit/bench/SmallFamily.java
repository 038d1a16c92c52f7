package io.github.iisaudit.bench;

import java.nio.charset.StandardCharsets;
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

    /** The same as a change of a repository. */
    SmallFamily since(IntFunction<Map<String, String>> committed) {
        return new SmallFamily(name, most, files, n -> bytes(committed.apply(n)), commands, options);
    }

    /** What each command does, in words. */
    List<List<String>> commandLines(List<List<String>> usual) {
        List<List<String>> all = new ArrayList<>();
        for (String command : commands) {
            all.add(List.of(command.split(" ")));
        }
        for (List<String> command : commands.isEmpty() ? usual : List.<List<String>>of()) {
            List<String> line = new ArrayList<>(command);
            line.addAll(command.get(0).equals("scan") ? options : List.of());
            line.add(".");
            all.add(line);
        }
        return all;
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    /** As many parts as are wanted. */
    static String each(int n, IntFunction<String> part) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < n; i++) {
            all.append(part.apply(i));
        }
        return all.toString();
    }
}
