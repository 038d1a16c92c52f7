package io.github.iisaudit.cli;

import io.github.iisaudit.source.NamedFile;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run writes: whole or not at all, beside its place and then moved there, so that a full disk or a run that is ended
 * leaves the file that was there. It never lies behind a link. Pipes and devices are written as they are.
 */
record Destination(Path path) {

    private static final Set<Path> DRAFTS = ConcurrentHashMap.newKeySet();

    /** Standard output and standard error in turn, by the names that Linux and macOS have for them. */
    private static final List<String> OWN =
            List.of("/dev/stdout", "/dev/stderr", "/dev/fd/1", "/dev/fd/2", "/proc/self/fd/1", "/proc/self/fd/2");

    private static final String CANNOT = "cannot write ";
    private static final String A_FOLDER = "it is a folder: name a file in it";
    private static final String DENIED = "permission denied";

    /** With forward slashes, for messages. */
    static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Fails where it could not be written, before anybody waits for what is to be written. */
    void check() throws UsageException {
        Path folder = folder();
        if (path.toString().isEmpty()) {
            throw new UsageException("the name of a file to write is empty");
        }
        if (folder == null) {
            throw refusal(A_FOLDER);
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(
                    Files.exists(folder)
                            ? folder + " is a file: name another folder"
                            : "there is no folder " + folder + ": make it first");
        }
        if (isStream()) {
            return;
        }
        if (Files.isSymbolicLink(path)) {
            throw refusal("it is a link, which may lead anywhere; name the file itself");
        }
        if (Files.isDirectory(path)) {
            throw refusal(A_FOLDER);
        }
        boolean isWritable = Files.isWritable(folder) && (Files.notExists(path) || Files.isWritable(path));
        if (!isWritable) {
            String what = Files.isWritable(folder) ? "the file" : "the folder " + folder;
            throw refusal(DENIED + ": " + what + " is not writable for the user that this runs as");
        }
    }

    private @Nullable Path folder() {
        return path.toAbsolutePath().getParent();
    }

    /** Whether it is written as it is: nothing can be put in its place. */
    boolean isStream() {
        if (!Files.exists(path) || Files.isDirectory(path)) {
            return false;
        }
        return NamedFile.isOpenStream(path)
                || (!Files.isRegularFile(path) && (NamedFile.isOffered(path) || !Files.isSymbolicLink(path)));
    }

    /** Writes it as UTF-8. */
    void write(Console.Content content) throws UnwrittenException {
        writeBytes(stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            content.write(out);
            out.flush();
        });
    }

    /** Writes it. */
    void writeBytes(Console.Bytes content) throws UnwrittenException {
        try {
            check();
            if (isStream()) {
                append(content);
            } else {
                replace(path.toAbsolutePath(), content);
            }
        } catch (UsageException e) {
            throw new UnwrittenException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnwrittenException(CANNOT + shown(path) + ": " + reason(e));
        }
    }

    /** Why something cannot be written, in words; what the system says names another file at times. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return DENIED + ": name another place, or let the user that this runs as write there";
        }
        if (e instanceof NoSuchFileException) {
            return "no file can be made there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way: name another";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        if (said == null) {
            return "the system gives no reason";
        }
        boolean isFull = said.contains("No space left") || said.contains("not enough space") || said.contains("quota");
        return said + (isFull ? ": free some, or name a place on another disk" : "");
    }

    private UsageException refusal(String reason) {
        return new UsageException(CANNOT + shown(path) + ": " + reason);
    }

    /** The streams of this process are not opened again: what they write next would begin where they are, over this. */
    private void append(Console.Bytes content) throws IOException {
        int own = OWN.indexOf(path.toAbsolutePath().toString());
        if (own >= 0) {
            content.write(new FileOutputStream(own % 2 == 0 ? FileDescriptor.out : FileDescriptor.err));
            return;
        }
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            content.write(out);
        }
    }

    /** What is to be moved to its place. */
    private record Draft(Path path, OutputStream out) {}

    private static void replace(Path target, Console.Bytes content) throws IOException {
        Draft draft = draft(target);
        boolean isMoved = false; // its name may be another run's then
        try {
            try (OutputStream out = draft.out) {
                takeOver(target, draft.path); // before anything stands in it that not everybody may read
                content.write(out);
            }
            move(draft.path, target);
            isMoved = true;
        } finally {
            DRAFTS.remove(draft.path);
            if (!isMoved) {
                Files.deleteIfExists(draft.path);
            }
        }
    }

    /** Whether one is being written. */
    static boolean isWriting() {
        return !DRAFTS.isEmpty();
    }

    /** Leaves nothing half written where the program ends at once. */
    static void abandon() {
        for (Path draft : DRAFTS) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                // Nobody is left to be told.
            }
        }
    }

    /**
     * A file of no other run: one that is there is taken for another one's. It is made and opened in one step, so that nobody can put
     * a link in its place.
     */
    private static Draft draft(Path target) throws IOException {
        for (int i = 0; ; i++) {
            Path draft = target.resolveSibling(".iisaudit-" + i + ".tmp");
            try {
                OutputStream out =
                        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                DRAFTS.add(draft);
                return new Draft(draft, out);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    /** Who may do what with a file stays as it was; whose it is, as far as this process may give it away. */
    private static void takeOver(Path target, Path draft) throws IOException {
        PosixFileAttributeView old =
                Files.getFileAttributeView(target, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView made =
                Files.getFileAttributeView(draft, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (old == null || made == null || Files.notExists(target)) {
            return;
        }
        PosixFileAttributes before = old.readAttributes();
        PosixFileAttributes now = made.readAttributes();
        try {
            if (!before.group().equals(now.group())) {
                made.setGroup(before.group());
            }
            if (!before.owner().equals(now.owner())) {
                made.setOwner(before.owner());
            }
        } catch (IOException e) {
            // Only the superuser may give files to others.
        }
        if (!before.permissions().equals(now.permissions())) { // which not every file system can change
            made.setPermissions(before.permissions());
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
