package io.github.iisaudit.cli;

import io.github.iisaudit.report.WorkFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the program was started, and the repository around it. */
final class Whereabouts {

    /** Where the runners of GitHub, Azure Pipelines and GitLab have checked the repository out. */
    private static final List<String> CHECKOUTS =
            List.of("GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY", "CI_PROJECT_DIR");

    private Whereabouts() {}

    /** The current folder; its repository is what the runner says, or the nearest folder upwards that holds {@code .git}. */
    static WorkFolder of(Map<String, String> environment) {
        return of(Path.of("").toAbsolutePath(), environment);
    }

    static WorkFolder of(Path current, Map<String, String> environment) {
        for (String variable : CHECKOUTS) {
            Path checkout = folder(environment.getOrDefault(variable, ""));
            if (checkout != null && current.startsWith(checkout)) {
                return new WorkFolder(slashes(current), slashes(checkout));
            }
        }
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return new WorkFolder(slashes(current), slashes(folder));
            }
        }
        return new WorkFolder(slashes(current), slashes(current));
    }

    private static @Nullable Path folder(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A root folder, too, ends without a slash. */
    private static String slashes(Path folder) {
        String path = folder.toString().replace('\\', '/');
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
