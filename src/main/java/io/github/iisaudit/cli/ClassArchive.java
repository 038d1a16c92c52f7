package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the class-data archive that the launchers hand to Java: the classes of the usual runs as Java holds them in memory, which
 * are then neither read, nor parsed, nor verified at a start. It fits one jar in one place with one Java, so its folder
 * says which: the file {@code for} names the jar, its checksum and the Java home, and the time stamps of {@code jar} and {@code java} are
 * those of the jar and of Java's own classes.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html#application-class-data-sharing">Application
 *     class data sharing</a>
 */
public final class ClassArchive {

    private static final Path JAVA = Path.of(System.getProperty("java.home")).toAbsolutePath();

    private static final String PROGRAM = "io/github/iisaudit/";
    private static final String CLASS = ".class";

    private final Path home;
    private final Path jar;

    private ClassArchive(Path home) {
        this.home = home;
        this.jar = home.resolve("lib").resolve("iisaudit.jar");
    }

    /**
     * Ends with 0 where there is an archive now, with 3 where none could be made: the program runs without it too.
     *
     * @param args the folder of the distribution; then the folders for the archive, of which the first that can be written is
     *     taken
     */
    public static void main(String[] args) {
        ClassArchive archive = new ClassArchive(Path.of(args[0]));
        String reason = "no folder for it";
        for (String folder : Arrays.asList(args).subList(1, args.length)) {
            try {
                archive.make(Path.of(folder));
                System.out.println("iisaudit: the class-data archive is in " + folder);
                return;
            } catch (IOException e) {
                reason = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reason = "interrupted";
            }
        }
        System.err.println("iisaudit: there is no class-data archive, so every start takes longer: " + reason);
        System.exit(ExitCode.INCOMPLETE);
    }

    /** Whoever starts the program meanwhile finds the old archive, none, or the new one, but never a part of one. */
    private void make(Path folder) throws IOException, InterruptedException {
        Path draft = folder.toAbsolutePath()
                .resolveSibling(".archive-" + ProcessHandle.current().pid());
        Files.createDirectories(draft);
        try {
            Path classes = draft.resolve("classes");
            java(
                    draft,
                    "-Xshare:off",
                    "-XX:DumpLoadedClassList=" + classes,
                    "-cp",
                    jar.toString(),
                    rehearsal(),
                    sample());
            addAllOfProgram(classes);
            Path data = draft.resolve("iisaudit.jsa");
            // Only under G1 does Java write its heap objects too, and it has to move them in a heap of another size.
            java(
                    draft,
                    "-XX:+UseG1GC",
                    "-Xmx288m",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + data,
                    "-cp",
                    jar.toString());
            if (!Files.exists(data)) {
                throw new IOException("this Java makes none");
            }
            Files.delete(classes);
            say(draft);
            delete(folder);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot write " + folder, e);
        } finally {
            delete(draft);
        }
    }

    /** A rehearsal misses what only large or odd servers need. */
    private void addAllOfProgram(Path classes) throws IOException {
        Set<String> names = new LinkedHashSet<>(Files.readAllLines(classes));
        try (ZipFile content = new ZipFile(jar.toFile())) {
            content.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(PROGRAM) && name.endsWith(CLASS))
                    .sorted()
                    .forEach(name -> names.add(name.substring(0, name.length() - CLASS.length())));
        }
        Files.write(classes, names);
    }

    private static String rehearsal() {
        return Rehearsal.class.getName();
    }

    private String sample() {
        return home.resolve("examples").resolve("applicationHost").toString();
    }

    private void say(Path draft) throws IOException {
        Files.write(
                draft.resolve("for"),
                List.of(jar.toString(), Files.readString(sum()).strip(), JAVA.toString()));
        stamp(draft.resolve("jar"), jar);
        stamp(draft.resolve("java"), JAVA.resolve("lib").resolve("modules"));
    }

    private Path sum() {
        return jar.resolveSibling(jar.getFileName() + ".sha256");
    }

    private static void stamp(Path file, Path like) throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, Files.getLastModifiedTime(like));
    }

    private static void java(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA.resolve("bin").resolve("java").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder java = new ProcessBuilder(command).directory(folder.toFile());
        java.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = java.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("Java ended with " + process.exitValue() + " on " + arguments[1]);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
