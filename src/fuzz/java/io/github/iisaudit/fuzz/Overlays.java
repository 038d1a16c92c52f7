package io.github.iisaudit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What strangers put beside their configuration: settings, rules, repositories and archives. */
final class Overlays {

    /** Stands for a file that only a program which was started writes. */
    static final String MARK = "@MARK@";

    private static final List<String> XPATHS = List.of(
            "//@*",
            "//*[contains(., 'a')]",
            "//*[//*[//*[//*]]]",
            "string(//@password)",
            "count(//*//*//*)",
            "//processModel/@password",
            "document('/etc/passwd')",
            "concat(//@password, //@connectionString, //@value)",
            "translate(string(//*), 'a', '" + "b".repeat(2000) + "')",
            "1 div 0",
            "$x",
            "//add[@value = //add/@value][last()]",
            "(((((((((((((((((((//*)))))))))))))))))))",
            "iis:is-server('x')",
            "@enabled",
            "");
    private static final List<Tag> RULES = rulesOfTheProject();

    private final Dice dice;

    Overlays(Dice dice) {
        this.dice = dice;
    }

    byte[] settings() {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i <= dice.below(4); i++) {
            yaml.append(dice.of(
                    "fail-on: " + dice.of("never", "error", "x", "[]") + "\n",
                    "min-severity: error\n",
                    "ignore:\n  - \"" + dice.of("*", "**", "src/", "**/*?*?*?*x", "[", "a\\u001b", "!x") + "\"\n",
                    "ignore: [\"" + "**/".repeat(60) + "x\"]\n",
                    "severity:\n  ntlm-only: off\n  section-locked: note\n",
                    "skip-rules: [kernel-mode-preauth-401, \"x\\u202e\", \"::" + Nasty.FORGED + "::\"]\n",
                    "rules:\n  - " + dice.of("rules", "..", "/etc", ".") + "\n",
                    "env:\n  A: \"" + dice.of("%A%", "%B%", "C:\\\\", "\\u0007") + "\"\n  B: \"%A%%A%\"\n",
                    "suppressions:\n  - {rule: ntlm-only, path: \"" + dice.of("**", "Site 0", "a,b", "*")
                            + "\", reason: \"##vso[" + Nasty.FORGED + "]\", expires: 2026-01-01}\n",
                    "a: &a [x]\nb: [*a, *a]\n",
                    "x: " + "[".repeat(200) + "\n",
                    "host: /etc/passwd\nsite: x\n",
                    "? " + Nasty.value(dice).replace('\n', ' ') + "\n",
                    "!!java.net.URL x: y\n"));
        }
        byte[] bytes = yaml.toString().getBytes(UTF_8);
        return dice.oneIn(6) ? new Bytes(dice).damaged(bytes) : bytes;
    }

    /** A baseline of another server, with lines that are none. */
    byte[] baseline() {
        StringBuilder lines = new StringBuilder(dice.of("# iisaudit baseline 1\n", "# iisaudit baseline 1\n", ""));
        for (int i = 0; i < dice.below(6); i++) {
            String path = dice.of("C/web.config", "a\u001b[1m", "::" + Nasty.FORGED + "::", "web.config");
            lines.append(dice.of(
                    "# x",
                    "in\t" + path + "\tntlm-only\tsystem.webServer\t0123456789abcdef",
                    path + "\t".repeat(dice.below(8)),
                    Nasty.value(dice).replace('\n', ' ')));
            lines.append(dice.of("\n", "\r\n", "\u2028"));
        }
        return lines.toString().getBytes(UTF_8);
    }

    Map<String, byte[]> rules() {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i <= dice.below(2); i++) {
            Tag rule = dice.of(RULES).copy();
            String id = "own-rule-" + i;
            rule.values.stream().filter(value -> value.name.equals("id")).forEach(value -> value.text = id);
            for (Tag tag : rule.all()) {
                if (tag.name.equals("flag") && dice.oneIn(2)) {
                    tag.text = dice.of(XPATHS);
                } else if (List.of("message", "fix", "label", "title").contains(tag.name) && dice.oneIn(2)) {
                    tag.text = dice.of("{" + dice.of(XPATHS) + "}", "x {//@password} {//@value}", Nasty.value(dice));
                }
            }
            if (dice.oneIn(3)) {
                new TreeMutation(dice, List.of(rule)).apply(2);
            }
            files.put(id + ".xml", rule.write(Tag.LINE).getBytes(UTF_8));
        }
        return files;
    }

    /** The contents of a bare repository as ordinary files, with a configuration that would start programs. */
    void bareRepository(Map<String, byte[]> files, String folder) {
        Map<String, String> content = new TreeMap<>(Map.of(
                "HEAD", "ref: refs/heads/main\n",
                "config", "[core]\n\tbare = " + dice.of("true", "false") + "\n\tworktree = ..\n" + programs(),
                "objects/info/x", "",
                "refs/heads/x", "",
                "info/exclude", "*\n",
                "hooks/post-index-change", "#!/bin/sh\necho ran >>" + MARK + "\n"));
        content.forEach((path, text) -> files.put(folder + path, text.getBytes(UTF_8)));
    }

    /** What the configuration of a real repository says: all its keys that name a program. */
    String gitConfig() {
        return programs();
    }

    /** Links to files and folders of others, and to nowhere. */
    Map<String, String> links(List<String> paths) {
        Map<String, String> links = new TreeMap<>();
        for (int i = 0; i <= dice.below(3); i++) {
            String target = Content.OUTSIDE + dice.of("/secret.txt", "/web.config", "", "/none");
            links.put(dice.of(dice.of(paths), ".iisaudit.yml", "rules", "web.config", "C/inetpub", "src/x"), target);
        }
        if (dice.oneIn(4)) {
            links.put(dice.of("loop", "C/inetpub/loop"), dice.of(".", "..", "loop"));
        }
        return links;
    }

    private String programs() {
        String run = "\"sh -c 'echo ran >>" + MARK + "; cat'\"";
        return "[core]\n\tfsmonitor = " + run + "\n\tpager = " + run + "\n\teditor = " + run + "\n\tsshCommand = " + run
                + "\n\taskPass = " + run + "\n\tgitProxy = " + run + "\n\talternateRefsCommand = " + run
                + "\n[filter \"t\"]\n\tclean = " + run + "\n\tsmudge = " + run + "\n\tprocess = " + run
                + "\n\trequired = true\n[diff \"t\"]\n\tcommand = " + run + "\n\ttextconv = " + run
                + "\n[diff]\n\texternal = " + run + "\n[merge \"t\"]\n\tdriver = " + run
                + "\n[gpg]\n\tprogram = " + run
                + "\n[log]\n\tshowSignature = true\n[credential]\n\thelper = \"!echo ran >>"
                + MARK + "\"\n[pager]\n\tls-files = " + run + "\n\tdiff = " + run
                + "\n[alias]\n\tls-files = \"!echo ran >>"
                + MARK + "\"\n" + (dice.oneIn(2) ? promisor(run) : "");
    }

    /** A partial clone asks the other side for objects that are missing, by a program that its configuration names. */
    private static String promisor(String run) {
        return "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote \"origin\"]\n"
                + "\turl = .\n\tpromisor = true\n\tuploadpack = " + run + "\n[protocol]\n\tallow = always\n";
    }

    byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry((dice.oneIn(8) ? "../" : "") + file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Tag> rulesOfTheProject() {
        try (Stream<Path> files = Files.list(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(Overlays::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tag parsed(Path file) {
        try {
            return Tag.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
