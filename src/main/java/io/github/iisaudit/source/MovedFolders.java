package io.github.iisaudit.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders of a repository that were renamed together with the web.config in them. They are roots of sites on a server
 * that is only assumed, where the name of the folder settles nothing.
 */
final class MovedFolders {

    private static final String ROOT = "R:\\";

    private final ConfigSource now;
    private final ChangedFiles changed;
    private final Path root;
    private final Map<String, String> before = new LinkedHashMap<>();

    private MovedFolders(ConfigSource now, ChangedFiles changed) {
        this.now = now;
        this.changed = changed;
        this.root = Path.of(now.root());
    }

    static MovedFolders of(ConfigSource now, ChangedFiles changed) {
        MovedFolders folders = new MovedFolders(now, changed);
        if (now.host() == ConfigSource.Host.ASSUMED && !now.isSingleFile()) {
            folders.pair();
        }
        return folders;
    }

    /** Where a file was before its folder was renamed; empty where that was not. */
    Optional<String> before(String shown) {
        return before.entrySet().stream()
                .filter(folder -> shown.startsWith(folder.getKey() + "/"))
                .findFirst()
                .map(folder ->
                        folder.getValue() + shown.substring(folder.getKey().length()));
    }

    private void pair() {
        TreeMap<String, String> gone = new TreeMap<>();
        for (String path : changed.before(root)) {
            if (path.toLowerCase(Locale.ROOT).endsWith("/" + WebConfigWalk.WEB_CONFIG)
                    && !Files.exists(root.resolve(path))) {
                gone.put(path.substring(0, path.lastIndexOf('/')), path);
            }
        }
        if (gone.isEmpty() || !(now.file(ROOT, WebConfigWalk.WEB_CONFIG) instanceof Lookup.Absent)) {
            return;
        }
        List<String> folders = now.foldersWithWebConfig(ROOT);
        for (String folder : topMost(folders)) {
            if (now.file(ROOT + folder.replace('/', '\\'), WebConfigWalk.WEB_CONFIG) instanceof Lookup.Found found) {
                pair(folder, found.file(), gone);
            }
        }
    }

    private void pair(String folder, ConfigFile file, Map<String, String> gone) {
        boolean isNew = changed.past(root.resolve(file.path()))
                .filter(past -> past.content() == null)
                .isPresent();
        for (Map.Entry<String, String> it :
                isNew ? List.copyOf(gone.entrySet()) : List.<Map.Entry<String, String>>of()) {
            byte[] content = changed.gone(root.resolve(it.getValue()))
                    .map(WorkTree.Past::content)
                    .orElse(null);
            if (content != null && isLike(file.bytes(), content)) {
                before.put(folder, it.getKey());
                gone.remove(it.getKey());
                return;
            }
        }
    }

    private static List<String> topMost(Collection<String> folders) {
        return folders.stream()
                .filter(folder -> folders.stream().noneMatch(other -> folder.startsWith(other + "/")))
                .toList();
    }

    /** Whether two files share at least half of their lines, as git has it for renamed ones. */
    private static boolean isLike(byte[] one, byte[] other) {
        Set<String> lines = lines(one);
        Set<String> others = lines(other);
        Set<String> shared = new HashSet<>(lines);
        shared.retainAll(others);
        return shared.size() * 2 >= Math.max(lines.size(), others.size());
    }

    private static Set<String> lines(byte[] bytes) {
        return Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }
}
