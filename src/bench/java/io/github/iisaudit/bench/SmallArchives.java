package io.github.iisaudit.bench;

import static io.github.iisaudit.ConfigParts.HOST;
import static io.github.iisaudit.ConfigParts.authentication;
import static io.github.iisaudit.ConfigParts.configuration;
import static io.github.iisaudit.ConfigParts.each;
import static io.github.iisaudit.ConfigParts.on;
import static io.github.iisaudit.ConfigParts.root;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Families of archives that are audited. */
final class SmallArchives {

    private static final String WEB = "<configuration>" + on() + "</configuration>";

    private final List<SmallFamily> families = new ArrayList<>();

    private SmallArchives() {}

    static List<SmallFamily> all() {
        SmallArchives archives = new SmallArchives();
        archives.addZips();
        archives.addTars();
        return archives.families;
    }

    private interface Contents {
        void write(OutputStream out, int n) throws IOException;
    }

    private void add(String name, int most, String file, SmallFamily.Packed packed) {
        List<String> commands = List.of(
                "scan " + file,
                "scan " + file + " --format json",
                "scan " + file + " --full",
                "effective " + file,
                "what-if " + file,
                "fix " + file,
                "history " + file);
        families.add(SmallFamily.packed("archive: " + name, most, commands, Map.of(), file, packed));
    }

    private static byte[] zip(int n, IntFunction<String> name, String text) throws IOException {
        Packing zip = new Packing();
        for (int i = 0; i < n; i++) {
            zip.add(name.apply(i), text);
        }
        return zip.zip();
    }

    private void addZips() {
        add("web.config files in a zip", 3_700, "a.zip", n -> zip(n, i -> "f" + i + "/web.config", WEB));
        add(
                "large web.config files in a zip",
                250,
                "a.zip",
                n -> zip(
                        n,
                        i -> "f" + i + "/web.config",
                        "<configuration>" + each(12_000, i -> "<!-- -->\n") + on() + "</configuration>"));
        add(
                "findings of files in a zip",
                250,
                "a.zip",
                n -> zip(
                        n,
                        i -> "f" + i + "/web.config",
                        "<configuration>"
                                + authentication(each(2_000, i -> "<basicAuthentication enabled=\"true\"/>"))
                                + "</configuration>"));
        add("empty folders in a zip", 7_000, "a.zip", n -> zip(n, i -> "f" + i + "/", ""));
        add("other files in a zip", 7_000, "a.zip", n -> zip(n, i -> "f" + i + ".bin", ""));
        add(
                "names without end in a zip",
                7,
                "a.zip",
                n -> zip(n, i -> i + "/" + "a/".repeat(32_000) + "web.config", WEB));
        add(
                "servers in a zip",
                1_500,
                "a.zip",
                n -> zip(n, i -> "s" + i + "/applicationHost.config", configuration(root() + on())));
        add("archives in a zip", 1_200, "a.zip", n -> {
            byte[] inner = zip(3, i -> "f" + i + "/web.config", WEB);
            Packing zip = new Packing();
            for (int i = 0; i < n; i++) {
                zip.add("z" + i + ".zip", inner);
            }
            return zip.zip();
        });
        add("archives in a zip that expand", 2_500, "a.zip", n -> {
            byte[] inner = zip(3, i -> "f" + i + "/web.config", WEB + " ".repeat(200_000));
            Packing zip = new Packing();
            for (int i = 0; i < n; i++) {
                zip.add("s" + i + "/z" + i + ".zip", inner);
            }
            return zip.zip();
        });
    }

    /** Entries of one type. */
    private static void entries(
            OutputStream out, int n, IntFunction<String> name, char type, String target, byte[] text)
            throws IOException {
        for (int i = 0; i < n; i++) {
            Packing.tar(out, name.apply(i), type, target, text);
        }
    }

    private void tar(String name, int most, Contents contents) {
        add(name, most, "a.tar.gz", n -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(packed)) {
                contents.write(out, n);
                out.write(new byte[1024]);
            }
            return packed.toByteArray();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void addTars() {
        byte[] web = bytes(WEB);
        byte[] none = {};
        tar(
                "web.config files in a tar",
                60_000,
                (out, n) -> entries(out, n, i -> "f" + i + "/web.config", '0', "", web));
        tar("links in a tar", 90_000, (out, n) -> {
            Packing.tar(out, "f/web.config", '0', "", web);
            entries(out, n, i -> "g" + i + "/web.config", '1', "f/web.config", none);
        });
        tar("links to a large file in a tar", 20_000, (out, n) -> {
            String comments = each(30_000, i -> "<!--" + i % 7 + "-->\n");
            Packing.tar(out, "f/web.config", '0', "", bytes("<configuration>" + comments + on() + "</configuration>"));
            entries(out, n, i -> "g" + i + "/web.config", '1', "f/web.config", none);
        });
        tar(
                "folders in each other in a tar",
                60,
                (out, n) -> entries(out, 50 * n, i -> "a/".repeat(i % 44) + i + "/web.config", '0', "", web));
        tar("long names in a tar", 400, (out, n) -> {
            for (int i = 0; i < n; i++) {
                Packing.tar(out, "././@LongLink", 'L', "", bytes("a" + i + "/".repeat(500_000) + "web.config\0"));
                Packing.tar(out, "x", '0', "", web);
            }
        });
        tar("headers of one entry in a tar", 60_000, (out, n) -> {
            entries(out, n, i -> "././@LongLink", 'L', "", bytes("aaaa\0"));
            Packing.tar(out, "x", '0', "", web);
        });
        tar(
                "what cannot be read in a tar",
                120_000,
                (out, n) -> entries(out, n, i -> "../f" + i + "/web.config", '0', "", none));
        byte[] host = bytes(configuration(root() + on()));
        tar("servers in a tar", 12_000, (out, n) -> entries(out, n, i -> "s" + i + "/" + HOST, '0', "", host));
    }
}
