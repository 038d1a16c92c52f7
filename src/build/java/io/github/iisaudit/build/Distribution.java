package io.github.iisaudit.build;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts together the folder that people unpack: the launchers, the jar that they start, its bill of materials, the texts of all
 * licences, documentation, rules, examples, and what shells and man(1) take from the commands. Last comes the class-data archive
 * of this Java for this folder, which zip and tar.gz leave out.
 */
public final class Distribution {

    /** What is copied from the root of the project as it is. */
    private static final List<String> TEXTS =
            List.of("LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md", "docs", "examples", "rules");

    private static final Pattern LICENCE = Pattern.compile("META-INF/(?:NOTICE|[^/]*-LICENSE|licenses/[^/]+)");

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private final Path project;
    private final Path build;
    private final Path home;
    private final Path jar;

    private Distribution(Path project, Path build) {
        this.project = project;
        this.build = build;
        this.home = build.resolve("iisaudit");
        this.jar = home.resolve("lib").resolve("iisaudit.jar");
    }

    /** Replaces the folder {@code iisaudit} of the build. @param args the root of the project; the folder of its build */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Distribution(Path.of(args[0]), Path.of(args[1])).make();
    }

    private void make() throws IOException, InterruptedException {
        Folders.delete(home);
        Folders.copy(project.resolve("src/main/dist"), home);
        for (String text : TEXTS) {
            Folders.copy(project.resolve(text), home.resolve(text));
        }
        bill();
        licences();
        launcher("iisaudit", "\n", "rwxr-xr-x");
        launcher("iisaudit.cmd", "\r\n", "rw-r--r--");
        Files.createDirectories(jar.getParent());
        LambdaClasses.main(new String[] {build.resolve("iisaudit.jar").toString(), jar.toString()});
        Files.writeString(home.resolve("lib/iisaudit.jar.sha256"), sum(jar) + System.lineSeparator());
        printed("share/man/man1/iisaudit.1", "man");
        printed("share/bash-completion/completions/iisaudit", "completion", "bash");
        printed("share/zsh/site-functions/_iisaudit", "completion", "zsh");
        archive();
    }

    /** Maven passes over what makes it where it is offline; such a build is not for others, and says so. */
    private void bill() throws IOException {
        Path bill = build.resolve("iisaudit.cdx.json");
        if (Files.exists(bill)) {
            Folders.copy(bill, home.resolve(bill.getFileName()));
        } else {
            System.err.println("target/iisaudit has no bill of materials: Maven makes none offline");
        }
    }

    /** The texts for what is in the jar, as they stand in it. */
    private void licences() throws IOException {
        Path folder = Files.createDirectories(home.resolve("licenses"));
        try (ZipFile program = new ZipFile(build.resolve("iisaudit.jar").toFile())) {
            for (ZipEntry entry : program.stream().toList()) {
                if (LICENCE.matcher(entry.getName()).matches()) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    try (InputStream text = program.getInputStream(entry)) {
                        Files.copy(text, folder.resolve(name));
                    }
                }
            }
        }
    }

    /** A launcher with the line ends of its shell, whatever those of the checkout are. */
    private void launcher(String name, String lineEnd, String permissions) throws IOException {
        Path file = home.resolve("bin").resolve(name);
        Files.writeString(file, Files.readString(file).replace("\r\n", "\n").replace("\n", lineEnd));
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static String sum(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return String.format("%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private void printed(String file, String... arguments) throws IOException, InterruptedException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        if (JavaRun.of(JAVA, ProcessBuilder.Redirect.to(path.toFile()), command) != 0) {
            throw new IOException("iisaudit " + String.join(" ", arguments) + " failed");
        }
    }

    /** Makes starts faster, no more: a Java that cannot make the archive does not stop the build. */
    private void archive() throws IOException, InterruptedException {
        String maker = "io.github.iisaudit.cli.ClassArchive";
        String folder = home.resolve("lib").resolve("archive").toString();
        JavaRun.of(
                JAVA, ProcessBuilder.Redirect.INHERIT, List.of("-cp", jar.toString(), maker, home.toString(), folder));
    }
}
