package io.github.iisaudit.bench;

import static io.github.iisaudit.bench.SmallFamily.each;
import static io.github.iisaudit.bench.SmallInputs.on;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private interface Packed {
        byte[] of(int n) throws IOException;
    }

    private interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    private void add(String name, int most, String file, Packed packed) {
        List<String> commands = List.of(
                "scan " + file,
                "scan " + file + " --format json",
                "scan " + file + " --full",
                "effective " + file,
                "what-if " + file,
                "fix " + file,
                "history " + file);
        families.add(SmallFamily.ofBytes("archive: " + name, most, commands, n -> {
            try {
                return Map.of(file, packed.of(n));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
    }

    private static byte[] zip(int n, java.util.function.IntFunction<String> name, String text) throws IOException {
        Packing zip = new Packing();
        for (int i = 0; i < n; i++) {
            zip.add(name.apply(i), text);
        }
        return zip.zip();
    }

    private static byte[] tar(Filling filling) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            filling.fill(out);
            out.write(new byte[1024]);
        }
        return packed.toByteArray();
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
                                + SmallInputs.authentication(
                                        each(2_000, i -> "<basicAuthentication enabled=\"true\"/>"))
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
                n -> zip(
                        n,
                        i -> "s" + i + "/applicationHost.config",
                        SmallInputs.configuration(SmallInputs.root() + on())));
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

    private void addTars() {
        byte[] web = WEB.getBytes(StandardCharsets.UTF_8);
        add(
                "web.config files in a tar",
                60_000,
                "a.tar.gz",
                n -> tar(out -> {
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "f" + i + "/web.config", '0', "", web);
                    }
                }));
        add(
                "links in a tar",
                90_000,
                "a.tar.gz",
                n -> tar(out -> {
                    Packing.tar(out, "f/web.config", '0', "", web);
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "g" + i + "/web.config", '1', "f/web.config", new byte[0]);
                    }
                }));
        add(
                "links to a large file in a tar",
                20_000,
                "a.tar.gz",
                n -> tar(out -> {
                    Packing.tar(
                            out,
                            "f/web.config",
                            '0',
                            "",
                            ("<configuration>" + each(30_000, i -> "<!--" + i % 7 + "-->\n") + on()
                                            + "</configuration>")
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "g" + i + "/web.config", '1', "f/web.config", new byte[0]);
                    }
                }));
        add(
                "folders in each other in a tar",
                60,
                "a.tar.gz",
                n -> tar(out -> {
                    for (int i = 0; i < 50 * n; i++) {
                        Packing.tar(out, "a/".repeat(i % 44) + i + "/web.config", '0', "", web);
                    }
                }));
        add(
                "long names in a tar",
                400,
                "a.tar.gz",
                n -> tar(out -> {
                    for (int i = 0; i < n; i++) {
                        Packing.tar(
                                out,
                                "././@LongLink",
                                'L',
                                "",
                                ("a" + i + "/".repeat(500_000) + "web.config\0").getBytes(StandardCharsets.UTF_8));
                        Packing.tar(out, "x", '0', "", web);
                    }
                }));
        add(
                "headers of one entry in a tar",
                60_000,
                "a.tar.gz",
                n -> tar(out -> {
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "././@LongLink", 'L', "", "aaaa\0".getBytes(StandardCharsets.UTF_8));
                    }
                    Packing.tar(out, "x", '0', "", web);
                }));
        add(
                "what cannot be read in a tar",
                120_000,
                "a.tar.gz",
                n -> tar(out -> {
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "../f" + i + "/web.config", '0', "", new byte[0]);
                    }
                }));
        add(
                "servers in a tar",
                12_000,
                "a.tar.gz",
                n -> tar(out -> {
                    byte[] host =
                            SmallInputs.configuration(SmallInputs.root() + on()).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < n; i++) {
                        Packing.tar(out, "s" + i + "/applicationHost.config", '0', "", host);
                    }
                }));
    }
}
