package io.github.iisaudit.rule;

import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.Publication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in memory, named SERVER1 if nobody says otherwise, for examples of rules. Drive C: counts as collected, another drive or a share only
 * where there is a file on it.
 */
final class ExampleSource implements ConfigSource {

    private static final String SYSTEM_DRIVE = "%systemdrive%";

    private static final Pattern TRANSFORM = Pattern.compile("(?i)/web\\.([^/]+)\\.config$");

    private final String name;

    /** By path relative to the root, with forward slashes. */
    private final Map<String, String> files;

    ExampleSource(Map<String, String> files) {
        this("SERVER1", files);
    }

    ExampleSource(String name, Map<String, String> files) {
        this.name = name;
        this.files = files;
    }

    /** A server of files, to which the transforms among them are applied: {@code web.<anything>.config}. */
    static ConfigSource published(Map<String, String> files) {
        String name = "";
        for (String path : files.keySet()) {
            Matcher transform = TRANSFORM.matcher(path);
            name = transform.find() ? transform.group(1) : name;
        }
        return Publication.NONE.named(name).of(new ExampleSource(files));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Computer computer() {
        return new Computer(name() + "$");
    }

    @Override
    public String root() {
        return "example";
    }

    @Override
    public Host host() {
        return Host.REAL;
    }

    @Override
    public Lookup applicationHost() {
        return at(ExampleServer.HOST_FILE);
    }

    @Override
    public Lookup beside(String name) {
        return at(name);
    }

    @Override
    public List<ConfigFile> schemas() {
        List<ConfigFile> schemas = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.startsWith("schema/")) {
                schemas.add(configFile(path, text));
            }
        });
        return schemas;
    }

    @Override
    public Lookup file(String folder, String name) {
        String path = relative(folder) + "/" + name.replace('\\', '/');
        if (path.contains("%")) {
            String variable = path.substring(path.indexOf('%'), path.indexOf('%', path.indexOf('%') + 1) + 1);
            return new Lookup.Unavailable(path, "unknown variable " + variable, false);
        }
        return isCollected(folder) ? at(path) : new Lookup.Unavailable(path, "not collected", false);
    }

    @Override
    public boolean isCollected(String folder) {
        String prefix = relative(folder).toLowerCase(Locale.ROOT) + "/";
        boolean isOnDrive = prefix.startsWith("c/") && !prefix.contains("%");
        return isOnDrive
                || files.keySet().stream()
                        .anyMatch(path -> path.toLowerCase(Locale.ROOT).startsWith(prefix));
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        String prefix = relative(folder).toLowerCase(Locale.ROOT) + "/";
        String suffix = "/web.config";
        List<String> folders = new ArrayList<>();
        for (String path : files.keySet()) {
            String lower = path.toLowerCase(Locale.ROOT);
            int end = lower.length() - suffix.length();
            if (lower.startsWith(prefix) && lower.endsWith(suffix) && end > prefix.length()) {
                folders.add(path.substring(prefix.length(), end));
            }
        }
        folders.sort(ReachedPaths.ORDER);
        return folders;
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.empty();
    }

    private Lookup at(String path) {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(path)) {
                return new Lookup.Found(configFile(entry.getKey(), entry.getValue()));
            }
        }
        return new Lookup.Absent();
    }

    private static ConfigFile configFile(String path, String text) {
        return new ConfigFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where a snapshot keeps a folder: {@code C/site} for {@code C:\site}, {@code UNC/s/share} for {@code \\s\share}.
     */
    private static String relative(String folder) {
        String path = folder.replace('\\', '/');
        if (path.toLowerCase(Locale.ROOT).startsWith(SYSTEM_DRIVE)) {
            path = "C:" + path.substring(SYSTEM_DRIVE.length());
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.startsWith("//")) {
            return "UNC" + path.substring(1);
        }
        return path.length() > 1 && path.charAt(1) == ':' ? path.charAt(0) + path.substring(2) : path;
    }
}
