package io.github.iisaudit.evidence;

import io.github.iisaudit.source.EvidenceFile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;

/** Finds out what files of evidence are, and looks into archives. Not safe for use by several threads. */
final class Pieces implements AutoCloseable {

    private static final String NONE_OF_THE_KINDS =
            "it is none of the kinds of evidence: W3C log, HTTPERR log, SAZ, HAR, failed-request trace, .reg, Registry.xml, Registry.pol";

    private final char[] password;
    private final List<Piece> found = new ArrayList<>();
    private final List<OpenArchive> archives = new ArrayList<>();
    private final List<Examination.Unreadable> unreadable;

    /** @param unreadable takes what is none, with the reason */
    Pieces(char[] password, List<Examination.Unreadable> unreadable) {
        this.password = password;
        this.unreadable = unreadable;
    }

    List<Piece> of(List<EvidenceFile> files) {
        for (EvidenceFile file : files) {
            try {
                add(file);
            } catch (ZipException e) {
                refuse(file.name(), Archive.reason(e, password.length > 0));
            } catch (IOException e) {
                refuse(file.name(), "it cannot be read");
            } catch (UnreadableEvidenceException e) {
                refuse(file.name(), String.valueOf(e.getMessage()));
            }
        }
        return found;
    }

    /** What was found is read no more. */
    @Override
    public void close() {
        for (OpenArchive archive : archives) {
            try {
                archive.close();
            } catch (IOException e) {
                // it was only read
            }
        }
    }

    private void refuse(String name, String reason) {
        unreadable.add(new Examination.Unreadable(name, reason));
    }

    private void add(EvidenceFile file) throws IOException, UnreadableEvidenceException {
        if (!file.refusal().isEmpty()) {
            throw new UnreadableEvidenceException(file.refusal());
        }
        byte[] magic = head(() -> new FileInputStream(file.file()), 4).bytes;
        if (isZip(magic)) {
            addArchive(file);
        } else {
            add(file.name(), file.folders(), () -> new FileInputStream(file.file()), file.file());
        }
    }

    /** Adds what is no archive; it may be compressed. */
    private void add(String name, List<String> folders, Piece.Opening opening, File file)
            throws IOException, UnreadableEvidenceException {
        Head packed = head(opening, Piece.HEAD);
        boolean isGzip = isGzip(packed.bytes);
        Piece.Opening unpacked = isGzip ? () -> unpacked(opening) : packed.isAll ? packed : opening;
        byte[] head = isGzip ? head(unpacked, Piece.HEAD).bytes : packed.bytes;
        if (isZip(head)) {
            throw new UnreadableEvidenceException("it is a zip within another archive: unpack that one first");
        }
        Optional<Kind> kind = Kind.of(head);
        if (kind.isEmpty()) {
            throw new UnreadableEvidenceException(head.length == 0 ? "it is empty" : NONE_OF_THE_KINDS);
        }
        found.add(new Piece(name, folders, kind.get(), head, unpacked, file));
    }

    private static InputStream unpacked(Piece.Opening opening) throws IOException, UnreadableEvidenceException {
        Measured packed = new Measured(opening.open());
        return new Guarded(new GZIPInputStream(packed, 1 << 16), packed::count);
    }

    private void addArchive(EvidenceFile file) throws IOException, UnreadableEvidenceException {
        try (ZipFile zip = Archive.open(file.file(), password)) {
            List<FileHeader> entries = zip.getFileHeaders();
            if (entries.stream().anyMatch(e -> SazReader.isRequest(e.getFileName()))) {
                found.add(new Piece(
                        file.name(),
                        file.folders(),
                        Kind.SAZ,
                        new byte[0],
                        () -> new FileInputStream(file.file()),
                        file.file()));
                return;
            }
            if (entries.stream().allMatch(FileHeader::isDirectory)) {
                // zip4j reads the list of a damaged archive as an empty one.
                throw new UnreadableEvidenceException("no file is found in it: it is empty or damaged");
            }
            OpenArchive archive = new OpenArchive(file.file(), password);
            archives.add(archive);
            for (FileHeader entry : entries) {
                if (!entry.isDirectory()) {
                    addEntry(file, archive, entry);
                }
            }
        }
    }

    private void addEntry(EvidenceFile file, OpenArchive archive, FileHeader entry) {
        String path = entry.getFileName().replace('\\', '/');
        String name = file.name() + "!/" + path;
        List<String> parts = Arrays.asList(path.split("/"));
        List<String> folders = new ArrayList<>(parts.subList(0, parts.size() - 1));
        Collections.reverse(folders);
        folders.addAll(file.folders());
        try {
            add(name, folders, () -> archive.entry(entry), file.file());
        } catch (ZipException e) {
            refuse(name, Archive.reason(e, password.length > 0));
        } catch (IOException e) {
            refuse(name, "it is damaged");
        } catch (UnreadableEvidenceException e) {
            refuse(name, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The first bytes.
     *
     * @param isAll whether these are all, so that it need not be opened again
     */
    private record Head(byte[] bytes, boolean isAll) implements Piece.Opening {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** The first bytes; of what is damaged those before that. */
    private static Head head(Piece.Opening opening, int length) throws IOException, UnreadableEvidenceException {
        byte[] head = new byte[length];
        int filled = 0;
        int read = 0;
        try (InputStream in = opening.open()) {
            while (read >= 0 && filled < length) {
                filled += read;
                read = in.read(head, filled, length - filled);
            }
        } catch (EOFException | java.util.zip.ZipException e) {
            if (filled == 0) {
                throw e;
            }
        }
        return new Head(Arrays.copyOf(head, filled), read < 0);
    }

    private static boolean isZip(byte[] head) {
        return new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .matches("(?s)PK[\u0003\u0005\u0007][\u0004\u0006\u0008].*");
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
    }
}
