package io.github.iisaudit.build;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * Puts together the folder that people unpack where there is no Java: the distribution with a Java of its own, in which the program
 * is a module. What Java has to know of the module's classes is in the image's own class-data archive, which fits wherever the image
 * is unpacked, as it does not depend on the place and the time stamp of a jar.
 */
public final class RuntimeImage {

    /** What no class names: keys of TLS and of certificates, files in code pages of East Asia, tickets of Kerberos. */
    private static final List<String> PROVIDERS =
            List.of("jdk.crypto.ec", "jdk.charsets", "jdk.security.auth", "jdk.security.jgss");

    private final Path distribution;
    private final Path home;

    private RuntimeImage(Path build) {
        this.distribution = build.resolve("iisaudit");
        this.home = build.resolve("iisaudit-runtime");
    }

    /** Replaces the folder {@code iisaudit-runtime} of the build. @param args the folder of the build */
    public static void main(String[] args) throws IOException, InterruptedException {
        new RuntimeImage(Path.of(args[0])).make();
    }

    private void make() throws IOException, InterruptedException {
        Folders.delete(home);
        Folders.copy(distribution, home);
        Path lib = home.resolve("lib");
        Path module = Files.createTempDirectory(home, "module").resolve("iisaudit.jar");
        Path jar = lib.resolve("iisaudit.jar");
        ModularJar.write(jar, module, required(jar));
        Path image = home.resolve("runtime");
        link(module, image);
        Folders.delete(module.getParent());
        Folders.delete(lib);
        archive(image);
    }

    /** The modules of Java that the classes name. */
    private static List<String> required(Path jar) throws IOException {
        return List.of(run("jdeps", "--ignore-missing-deps", "--print-module-deps", jar.toString())
                .strip()
                .split(","));
    }

    private static void link(Path module, Path image) throws IOException {
        List<String> modules = new ArrayList<>(List.of(ModularJar.NAME));
        modules.addAll(PROVIDERS);
        run(
                "jlink",
                "--module-path",
                module.toString(),
                "--add-modules",
                String.join(",", modules),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
    }

    private static String run(String tool, String... arguments) throws IOException {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        ToolProvider provider =
                ToolProvider.findFirst(tool).orElseThrow(() -> new IOException("this Java has no " + tool));
        if (provider.run(out, out, arguments) != 0) {
            throw new IOException(tool + " " + Arrays.toString(arguments) + ": " + printed);
        }
        return printed.toString();
    }

    /** As ClassArchive does for a jar; here it is Java's own archive, which it takes without being told. */
    private void archive(Path image) throws IOException, InterruptedException {
        Path classes = Files.createTempFile("iisaudit", ".classes");
        String server = home.resolve("examples").resolve("applicationHost").toString();
        java(image, "-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "io.github.iisaudit.cli.Rehearsal", server);
        Set<String> names = new LinkedHashSet<>(Files.readAllLines(classes));
        ModularJar.classes(distribution.resolve("lib/iisaudit.jar")).stream()
                .filter(name -> name.startsWith("io/github/iisaudit/"))
                .forEach(names::add);
        Files.write(classes, names);
        java(
                image,
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:+UseG1GC",
                "-Xmx288m",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0");
        Files.delete(classes);
    }

    private static void java(Path image, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-cp", image.toString()));
        all.addAll(List.of(arguments));
        if (JavaRun.of(image, ProcessBuilder.Redirect.DISCARD, all) != 0) {
            throw new IOException("the Java of " + image + " refused " + all);
        }
    }
}
