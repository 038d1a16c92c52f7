package io.github.iisaudit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Servers to begin with: the example of the project, and small ones that are made up. */
final class Servers {

    static final String HOST = "C/Windows/System32/inetsrv/config/applicationHost.config";

    private static final Path EXAMPLE = Path.of("examples/applicationHost");
    private static final Map<String, Tag> EXAMPLE_FILES = read();

    private Servers() {}

    /** The path of each file, and what is in it; the caller's own. */
    static Map<String, Tag> example() {
        Map<String, Tag> files = new TreeMap<>();
        EXAMPLE_FILES.forEach((path, tag) -> files.put(path, tag.copy()));
        return files;
    }

    /** A server of a few sites, most of whose applications have a web.config. */
    static Map<String, Tag> small(Dice dice) {
        Map<String, Tag> files = new TreeMap<>();
        Tag sites = new Tag("sites");
        Tag host = new Tag("configuration")
                .with(sections(dice))
                .with(new Tag("system.applicationHost").with(pools(dice), sites));
        List<String> paths = new ArrayList<>();
        for (int i = 0; i <= dice.below(4); i++) {
            sites.children.add(site(dice, i, files, paths));
        }
        if (!dice.oneIn(3)) {
            host.with(new Tag("system.webServer").with(authentication(dice)));
        }
        for (int i = 0; i < dice.below(5); i++) {
            host.children.add(location(dice, dice.oneIn(4) ? Nasty.value(dice) : dice.of(paths)));
        }
        files.put(HOST, host);
        return files;
    }

    /** What a developer commits. */
    static Tag webConfig(Dice dice) {
        Tag root = new Tag("configuration")
                .with(new Tag("system.webServer").with(authentication(dice)))
                .with(secrets());
        if (dice.oneIn(2)) {
            root.with(location(dice, dice.of("admin", ".", "", "a/b", "Admin", Nasty.value(dice))));
        }
        if (dice.oneIn(3)) {
            root.with(new Tag("system.web")
                    .with(new Tag("identity", "impersonate", dice.of("true", "false")))
                    .with(new Tag("authorization").with(new Tag("deny", "users", "?"))));
        }
        return root;
    }

    /** The usual places of passwords; their values are put in later. */
    private static Tag secrets() {
        return new Tag("appSettings").with(new Tag("add", "key", "SmtpPassword", "value", "x"));
    }

    private static Tag sections(Dice dice) {
        Tag authentication = new Tag("sectionGroup", "name", "authentication");
        for (String name : List.of("windowsAuthentication", "anonymousAuthentication", "basicAuthentication")) {
            authentication.with(new Tag("section", "name", name, "overrideModeDefault", dice.of("Deny", "Allow")));
        }
        return new Tag("configSections")
                .with(new Tag("sectionGroup", "name", "system.applicationHost")
                        .with(new Tag("section", "name", "applicationPools"), new Tag("section", "name", "sites")))
                .with(new Tag("sectionGroup", "name", "system.webServer")
                        .with(new Tag("sectionGroup", "name", "security").with(authentication)));
    }

    private static Tag pools(Dice dice) {
        Tag pools = new Tag("applicationPools");
        for (int i = 0; i < 3; i++) {
            Tag pool = new Tag("add", "name", "pool" + i, "managedPipelineMode", dice.of("Integrated", "Classic"));
            pool.with(new Tag(
                    "processModel",
                    "identityType",
                    dice.of("SpecificUser", "NetworkService", "ApplicationPoolIdentity"),
                    "userName",
                    "CONTOSO\\svc" + i,
                    "password",
                    "x"));
            pools.children.add(pool);
        }
        return pools;
    }

    private static Tag site(Dice dice, int number, Map<String, Tag> files, List<String> paths) {
        String name = dice.oneIn(6) ? Nasty.value(dice) : "Site " + number;
        Tag site = new Tag("site", "name", name, "id", String.valueOf(number + 1));
        for (int i = 0; i <= dice.below(3); i++) {
            String path = i == 0 ? "/" : "/app" + i;
            String folder = "inetpub\\site" + number + path.replace('/', '\\');
            String pool = "pool" + dice.below(4);
            site.with(new Tag("application", "path", path, "applicationPool", pool)
                    .with(new Tag("virtualDirectory", "path", "/", "physicalPath", "C:\\" + folder)));
            paths.add((name + path).replaceAll("/$", ""));
            if (!dice.oneIn(3)) {
                files.put(("C/" + folder.replace('\\', '/') + "/web.config").replace("//", "/"), webConfig(dice));
            }
        }
        String binding = dice.of("*:80:", "*:443:intranet.example", "*:80:" + Nasty.value(dice));
        return site.with(new Tag("bindings")
                .with(new Tag("binding", "protocol", dice.of("http", "https"), "bindingInformation", binding)));
    }

    private static Tag location(Dice dice, String path) {
        Tag location = new Tag("location", "path", path);
        if (dice.oneIn(2)) {
            location.values.add(new Tag.Value("overrideMode", dice.of("Allow", "Deny", "Inherit")));
        }
        return location.with(new Tag("system.webServer").with(authentication(dice)));
    }

    private static Tag authentication(Dice dice) {
        Tag windows = new Tag("windowsAuthentication", "enabled", dice.of("true", "false", "True", "1"));
        if (dice.oneIn(2)) {
            windows.values.add(
                    new Tag.Value(dice.of("useKernelMode", "useAppPoolCredentials"), dice.of("true", "false")));
        }
        if (dice.oneIn(2)) {
            windows.with(new Tag("providers")
                    .with(new Tag(dice.of("clear", "add"), "value", "NTLM"), new Tag("add", "value", "Negotiate")));
        }
        return new Tag("security")
                .with(new Tag("authentication")
                        .with(windows)
                        .with(new Tag("anonymousAuthentication", "enabled", "false", "password", "x")));
    }

    private static Map<String, Tag> read() {
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            Map<String, Tag> files = new TreeMap<>();
            for (Path file :
                    all.filter(file -> file.toString().endsWith(".config")).toList()) {
                String path = EXAMPLE.relativize(file).toString().replace('\\', '/');
                files.put(path, Tag.parse(Files.readString(file)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
