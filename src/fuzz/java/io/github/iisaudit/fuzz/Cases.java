package io.github.iisaudit.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the input of a seed. */
final class Cases {

    private static final Map<String, String> NO_BUILD = Map.of("SOURCE_DATE_EPOCH", "1793500000");
    private static final Map<String, String> GITHUB =
            Map.of("SOURCE_DATE_EPOCH", "1793500000", "GITHUB_ACTIONS", "true");
    private static final Map<String, String> AZURE = Map.of("SOURCE_DATE_EPOCH", "1793500000", "TF_BUILD", "True");

    private final Dice dice;
    private final Overlays overlays;
    private final List<String> arguments = new ArrayList<>(List.of("--color", "never"));

    private Cases(long seed) {
        dice = new Dice(seed);
        overlays = new Overlays(dice);
    }

    /** The same input for the same seed. */
    static Case of(long seed) {
        return new Cases(seed).make();
    }

    private Case make() {
        return switch (dice.below(20)) {
            case 0, 1 -> fleet();
            case 2, 3, 4, 5 -> repository();
            case 6 -> file();
            case 7 -> archive();
            default -> server();
        };
    }

    private Case server() {
        Map<String, Tag> trees = dice.oneIn(8) ? Servers.example() : Servers.small(dice);
        if (dice.oneIn(3)) {
            return compared(trees);
        }
        Map<String, byte[]> files = written(mutated(trees));
        boolean isKept = isDamaged(files);
        extras(files);
        return made(files, "", isKept);
    }

    /** Nothing but comments and white space may differ: such servers have no other extras. */
    private Case compared(Map<String, Tag> trees) {
        Map<String, Tag> mutated = mutated(trees);
        long seed = dice.seed();
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, byte[]> twin = new TreeMap<>();
        mutated.forEach((path, tag) -> {
            files.put(path, bytes(tag.write(Tag.LINE)));
            twin.put(path, bytes(tag.write(noise(new Dice(seed), false))));
        });
        Content content = Content.of(files);
        return new Case(content, environment(), new CommandLines(dice, arguments).all(content), true, twin);
    }

    private Case fleet() {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, Tag> first = Servers.small(dice);
        for (int i = 0; i <= dice.of(1, 2, 3); i++) {
            Map<String, Tag> trees = new TreeMap<>();
            first.forEach((path, tag) -> trees.put(path, tag.copy()));
            String name = dice.oneIn(5) ? Nasty.fileName(dice).replace(".", "x").strip() + i : "WEB0" + i;
            written(mutated(dice.oneIn(4) ? Servers.small(dice) : trees))
                    .forEach((path, bytes) -> files.put(name + "/" + path, bytes));
        }
        return made(files, "", isDamaged(files));
    }

    private Case repository() {
        Map<String, Tag> trees = new TreeMap<>();
        for (String path :
                List.of("web.config", "src/Portal/web.config", "src/Portal/admin/Web.config", "a b/web.config")) {
            if (!dice.oneIn(3)) {
                trees.put(path, Servers.webConfig(dice));
            }
        }
        trees.put(dice.of("Web.Release.config", "app/web.config", "src/web.config"), Servers.webConfig(dice));
        Map<String, byte[]> files = written(mutated(trees));
        boolean isKept = isDamaged(files);
        extras(files);
        if (dice.oneIn(4)) {
            overlays.bareRepository(files, dice.of("", "src/", "deep/down/"));
        }
        if (dice.oneIn(5)) {
            files.put(
                    "host/real.config",
                    bytes(Servers.small(dice).get(Servers.HOST).write(Tag.LINE)));
            arguments.addAll(List.of("--host", Case.IN + "/host/real.config", "--site", "Site 0"));
        }
        boolean isGit = dice.oneIn(5);
        if (isGit) {
            files.put(".gitattributes", bytes("* filter=t diff=t merge=t\n"));
        }
        return made(files, isGit ? overlays.gitConfig() : "", isKept);
    }

    private Case file() {
        Map<String, Tag> trees = dice.oneIn(2)
                ? new TreeMap<>(
                        Map.of("applicationHost.config", Servers.small(dice).get(Servers.HOST)))
                : new TreeMap<>(Map.of(dice.of("web.config", "x.xml"), Servers.webConfig(dice)));
        Map<String, byte[]> files = written(mutated(trees));
        return made(files, "", isDamaged(files));
    }

    private Case archive() {
        Map<String, byte[]> packed = written(mutated(Servers.small(dice)));
        boolean isKept = isDamaged(packed);
        byte[] zip = overlays.zip(packed);
        String name = dice.of("package.zip", "web.config", "server/applicationHost.config", "a.tar.gz");
        Map<String, byte[]> files = new TreeMap<>();
        files.put(name, dice.oneIn(3) ? new Bytes(dice).damaged(zip) : zip);
        if (dice.oneIn(2)) {
            files.put("b/web.config", bytes(Servers.webConfig(dice).write(Tag.LINE)));
        }
        return made(files, "", isKept);
    }

    private void extras(Map<String, byte[]> files) {
        if (dice.oneIn(3)) {
            files.put(".iisaudit.yml", overlays.settings());
        }
        if (dice.oneIn(5)) {
            overlays.rules().forEach((name, bytes) -> files.put("rules/" + name, bytes));
            arguments.addAll(dice.oneIn(2) ? List.of("--rules", Case.IN + "/rules") : List.of());
        }
        if (dice.oneIn(4)) {
            String name = dice.of(Directories.FILES);
            files.put(name, new Directories(dice).export(name));
        }
        if (dice.oneIn(8)) {
            files.put(CommandLines.BASELINE, overlays.baseline());
        }
        if (dice.oneIn(6)) {
            String folder = dice.of("C/inetpub/", "src/", "") + Nasty.fileName(dice);
            files.put(folder + "/web.config", bytes(Servers.webConfig(dice).write(Tag.LINE)));
        }
    }

    private Case made(Map<String, byte[]> files, String gitConfig, boolean isSecretKept) {
        Map<String, String> links = dice.oneIn(6) ? overlays.links(List.copyOf(files.keySet())) : Map.of();
        Content content = new Content(files, links, gitConfig);
        List<List<String>> calls = new ArrayList<>();
        for (List<String> call : new CommandLines(dice, arguments).all(content)) {
            calls.add(call.get(0).equals("effective") ? withoutRules(call) : call);
        }
        return new Case(content, environment(), calls, isSecretKept, Map.of());
    }

    /** "effective" has no rules. */
    private static List<String> withoutRules(List<String> call) {
        int at = call.indexOf("--rules");
        List<String> rest = new ArrayList<>(call);
        if (at >= 0) {
            rest.subList(at, at + 2).clear();
        }
        return rest;
    }

    private Map<String, Tag> mutated(Map<String, Tag> trees) {
        TreeMutation mutation = new TreeMutation(dice, List.copyOf(trees.values()));
        mutation.apply(dice.of(0, 1, 1, 2, 3, 5, 8));
        if (dice.oneIn(30)) {
            mutation.grow();
        }
        trees.values().forEach(new Secrets(dice)::plant);
        return trees;
    }

    private Map<String, byte[]> written(Map<String, Tag> trees) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        boolean isCommented = dice.oneIn(3);
        Tag.Gap gap = isCommented ? noise(dice, true) : Tag.LINE;
        Bytes bytes = new Bytes(dice);
        trees.forEach((path, tag) -> files.put(path, bytes.encoded(tag.write(gap))));
        return files;
    }

    /** Damages a file now and then; then nobody can say any more what is secret. Returns whether all are whole. */
    private boolean isDamaged(Map<String, byte[]> files) {
        if (!dice.oneIn(3)) {
            return true;
        }
        for (int i = 0; i <= dice.below(3); i++) {
            files.computeIfPresent(
                    dice.of(List.copyOf(files.keySet())), (path, bytes) -> new Bytes(dice).damaged(bytes));
        }
        return false;
    }

    private Tag.Gap noise(Dice noise, boolean isCommanding) {
        String word = isCommanding ? noise.of("iisaudit:ignore", "iisaudit:ignore-file") : "note";
        return () -> switch (noise.below(6)) {
            case 0 ->
                "<!-- " + word + " " + (isCommanding ? noise.of("ntlm-only", "*", "\u001b[1m", "x") : "<a b=\"c\"/>")
                        + " -->";
            case 1 -> "\n\n\t  \n";
            case 2 -> "\n<!-- a\n b -->\n";
            case 3 -> "";
            default -> "\n";
        };
    }

    private Map<String, String> environment() {
        return dice.of(NO_BUILD, GITHUB, AZURE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
