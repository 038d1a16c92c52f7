package io.github.iisaudit.config;

import static io.github.iisaudit.config.Server.location;
import static io.github.iisaudit.config.Server.windows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dom4j.Node;
import org.junit.jupiter.api.Test;

/** What holds for every server, shown on servers made from seeds. */
class PropertyTest {

    private static final int SERVERS = 200;
    private static final String AUTHENTICATION = "system.webServer/security/authentication";

    private interface Property {
        void check(long seed);
    }

    /** The same servers on every run; a failure names the seed. */
    private static void forEveryServer(Property property) {
        for (long seed = 1; seed <= SERVERS; seed++) {
            try {
                property.check(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void theOrderOfLocationTagsDoesNotMatter() {
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> inOrder = withoutLines(answers(random.server()));
            Collections.shuffle(random.tags(), new Random(seed));
            assertThat(withoutLines(answers(random.server()))).isEqualTo(inOrder);
        });
    }

    @Test
    void aTagForAnotherSiteChangesNothingHere() {
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> before = answers(random.server());
            random.tags().add(random.tag("T/new"));
            Map<String, String> after = answers(random.server());
            assertThat(after).containsAllEntriesOf(before).containsKey("T/new");
        });
    }

    @Test
    void aDeeperPathNeverChangesAShallowerOne() {
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> before = answers(random.server());
            random.tags().add(random.tag("S/a/new"));
            Server server = random.server().web("C/s/b/new", random.section());
            assertThat(answers(server)).containsAllEntriesOf(before).containsKeys("S/a/new", "S/b/new");
        });
    }

    @Test
    void anAttributeThatNobodyWritesKeepsItsDefault() {
        forEveryServer(seed -> {
            List<String> wrong = new ArrayList<>();
            new RandomServer(seed).server().configuration().forEachScope(scope -> {
                for (EffectiveSection section : scope.sections()) {
                    section.settings().stream()
                            .filter(setting -> setting.name().equals("authPersistSingleRequest"))
                            .filter(setting ->
                                    !setting.value().equals("false") || !(setting.origin() instanceof Origin.Default))
                            .forEach(setting -> wrong.add(scope.path() + " " + setting));
                }
            });
            assertThat(wrong).isEmpty();
        });
    }

    @Test
    void theOrderInWhichFilesAreFoundDoesNotMatter() {
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> forwards =
                    answers(ServerConfiguration.read(random.server().source()));
            Map<String, String> backwards =
                    answers(ServerConfiguration.read(random.server().source().backwards()));
            assertThat(backwards).isEqualTo(forwards);
            assertThat(backwards.keySet()).containsExactlyElementsOf(forwards.keySet());
        });
    }

    @Test
    void theOrderInWhichPathsAreAskedDoesNotMatter() {
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> visited = answers(random.server());
            ServerConfiguration asked = random.server().configuration();
            List<String> paths = new ArrayList<>(visited.keySet());
            Collections.shuffle(paths, new Random(seed));
            for (String path : paths) {
                assertThat(rendered(asked.find(path).orElseThrow())).isEqualTo(visited.get(path));
            }
        });
    }

    @Test
    void aPathWithoutSettingsHasWhatThePathAboveHas() {
        forEveryServer(seed -> {
            ServerConfiguration server = new RandomServer(seed).server().configuration();
            for (String path : List.of("S", "S/a", "S/b", "T")) {
                String above = sections(server.find(path).orElseThrow());
                String below = sections(server.find(path + "/nothing/here").orElseThrow());
                assertThat(below.replace("/nothing/here", "")).isEqualTo(above);
            }
        });
    }

    @Test
    void whatOtherServersSayChangesNothing() {
        ServerReader reader = new ServerReader(2);
        forEveryServer(seed -> {
            RandomServer random = new RandomServer(seed);
            Map<String, String> alone = answers(random.server());
            assertThat(answers(reader.read(random.server().source()))).isEqualTo(alone);
            random.tags().add(random.tag("S/a"));
            random.files().put("C/s", random.content());
            Map<String, String> changedAlone = answers(random.server());
            assertThat(answers(reader.read(random.server().source()))).isEqualTo(changedAlone);
            assertThat(answers(reader.read(random.server().withoutContent().source())))
                    .isEqualTo(answers(random.server().withoutContent()));
        });
    }

    private static Map<String, String> answers(Server server) {
        return answers(server.configuration());
    }

    private static Map<String, String> answers(ServerConfiguration server) {
        Map<String, String> answers = new LinkedHashMap<>();
        server.forEachScope(scope -> answers.put(scope.path(), rendered(scope)));
        return answers;
    }

    /** All that is said of a path, but for sections that no random file writes. */
    private static String rendered(Scope scope) {
        List<Node> parts =
                scope.document().selectNodes("site|application|virtualDirectory|applicationPool|" + AUTHENTICATION);
        return scope.kind() + "\n" + scope.description() + "\n" + sections(scope) + "\n"
                + String.join("\n", parts.stream().map(Node::asXML).toList());
    }

    private static String sections(Scope scope) {
        return String.join(
                "\n",
                scope.sections().stream()
                        .filter(section -> section.name().startsWith(AUTHENTICATION))
                        .map(section -> new Answer(scope, section).toString())
                        .toList());
    }

    private static Map<String, String> withoutLines(Map<String, String> answers) {
        Map<String, String> without = new LinkedHashMap<>();
        answers.forEach((path, text) -> without.put(path, text.replaceAll("(config):\\d+(:\\d+)?", "$1")));
        return without;
    }

    /** A server with tags and files at random, some of them wrong; the same for the same seed. */
    private static final class RandomServer {

        private static final List<String> PATHS =
                List.of("S", "S/a", "S/a/x", "S/b", "S/b/c", "S/bb", "T", "T/y", "Gone");
        private static final List<String> FOLDERS =
                List.of("C/s", "C/s/a", "C/s/a/x", "C/s/b", "C/s/b/c", "C/s/bb", "C/t");
        private static final List<String> RELATIVE = List.of("x", "x/z", "a", "b");
        private static final List<String> MODES =
                List.of("", "", "", "overrideMode=\"Allow\"", "overrideMode=\"Deny\"", "allowOverride=\"false\"");
        private static final List<String> ATTRIBUTES = List.of(
                "enabled=\"true\"",
                "enabled=\"false\"",
                "useKernelMode=\"false\"",
                "useKernelMode=\"true\" useAppPoolCredentials=\"true\"",
                "lockAttributes=\"useAppPoolCredentials\"",
                "enabled=\"TRUE\" authPersistNonNTLM=\"true\"",
                "useKernelMode=\"1\"",
                "enabled=\"maybe\"",
                "");
        private static final List<String> CHILDREN = List.of(
                "",
                "",
                "<providers><clear/><add value=\"NTLM\"/></providers>",
                "<providers><remove value=\"Negotiate\"/></providers>",
                "<providers><add value=\"Negotiate:Kerberos\"/></providers>",
                "<extendedProtection tokenChecking=\"Allow\"><spn name=\"HTTP/x\"/></extendedProtection>");

        private final Random random;
        private final boolean isOpen;
        private final List<String> tags = new ArrayList<>();
        private final Map<String, String> files = new LinkedHashMap<>();

        RandomServer(long seed) {
            random = new Random(seed * 7919);
            isOpen = random.nextInt(3) > 0;
            PATHS.stream().filter(path -> random.nextBoolean()).forEach(path -> tags.add(tag(path)));
            FOLDERS.stream().filter(folder -> random.nextBoolean()).forEach(folder -> files.put(folder, content()));
        }

        /** The location tags of applicationHost.config; a test may change them. */
        List<String> tags() {
            return tags;
        }

        /** The contents of web.config files by their folders; a test may change them. */
        Map<String, String> files() {
            return files;
        }

        Server server() {
            Server server = isOpen ? Server.unlocked() : Server.base();
            tags.forEach(server::host);
            files.forEach(server::web);
            return server;
        }

        String tag(String path) {
            String reach = random.nextInt(5) == 0 ? " inheritInChildApplications=\"false\"" : "";
            return Server.tag("path=\"" + path + "\" " + any(MODES) + reach, section());
        }

        String section() {
            return windows(any(ATTRIBUTES), any(CHILDREN));
        }

        private String content() {
            String own = random.nextInt(4) > 0 ? section() : "";
            String below = random.nextInt(3) == 0 ? "\n" + location(any(RELATIVE), section()) : "";
            return own + below;
        }

        private String any(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
