package io.github.iisaudit.config;

import io.github.iisaudit.source.Computer;
import io.github.iisaudit.source.ConfigFile;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A server whose files are texts: {@code C:\s} is the folder {@code C/s}, {@code \\s\x} is {@code UNC/s/x}. A folder is
 * collected where a file lies in or below it.
 */
final class MemorySource implements ConfigSource {

    private final Map<String, String> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Host host = Host.REAL;
    private boolean isBackwards;
    private String refused = "";

    /** A server with the given applicationHost.config. */
    static MemorySource of(String applicationHost) {
        return new MemorySource().with("applicationHost.config", applicationHost);
    }

    MemorySource with(String path, String text) {
        files.put(path, text);
        return this;
    }

    MemorySource on(Host newHost) {
        host = newHost;
        return this;
    }

    /** Finds folders in the other order. */
    MemorySource backwards() {
        isBackwards = true;
        return this;
    }

    /** A file beside applicationHost.config cannot be read. */
    MemorySource refusing(String file) {
        refused = file;
        return this;
    }

    @Override
    public String name() {
        return "SERVER1";
    }

    @Override
    public Computer computer() {
        return new Computer(name() + "$");
    }

    @Override
    public String root() {
        return "server1";
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Lookup applicationHost() {
        return beside("applicationHost.config");
    }

    @Override
    public Lookup beside(String name) {
        return name.equals(refused)
                ? new Lookup.Unavailable(name, "is locked", true)
                : found(name).orElseGet(Lookup.Absent::new);
    }

    @Override
    public List<ConfigFile> schemas() {
        return files.keySet().stream()
                .filter(path -> path.startsWith("schema/"))
                .map(path -> new ConfigFile(path, bytes(path)))
                .toList();
    }

    @Override
    public Lookup file(String folder, String name) {
        String path = path(folder) + "/" + name.replace('\\', '/');
        return found(path)
                .orElseGet(() -> isCollected(folder)
                        ? new Lookup.Absent()
                        : new Lookup.Unavailable(path, "not collected", false));
    }

    @Override
    public boolean isCollected(String folder) {
        String prefix = path(folder).toLowerCase(Locale.ROOT) + "/";
        return files.keySet().stream().anyMatch(f -> f.toLowerCase(Locale.ROOT).startsWith(prefix));
    }

    @Override
    public List<String> foldersWithWebConfig(String folder) {
        String prefix = path(folder) + "/";
        List<String> folders = new ArrayList<>();
        for (String file : files.keySet()) {
            boolean isBelow = file.regionMatches(true, 0, prefix, 0, prefix.length());
            if (isBelow && file.toLowerCase(Locale.ROOT).endsWith("/web.config")) {
                int end = file.length() - "/web.config".length();
                if (end > prefix.length()) {
                    folders.add(file.substring(prefix.length(), end));
                }
            }
        }
        if (isBackwards) {
            Collections.reverse(folders);
        }
        return folders;
    }

    @Override
    public Optional<Deployment> deployment() {
        return Optional.empty();
    }

    private Optional<Lookup> found(String path) {
        return files.containsKey(path)
                ? Optional.of(new Lookup.Found(new ConfigFile(path, bytes(path))))
                : Optional.empty();
    }

    private byte[] bytes(String path) {
        return files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String folder) {
        String path = folder.replace(":", "").replace('\\', '/');
        String inside = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return inside.startsWith("//") ? "UNC" + inside.substring(1) : inside;
    }
}
