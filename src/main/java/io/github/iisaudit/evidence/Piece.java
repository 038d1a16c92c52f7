package io.github.iisaudit.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One file of evidence, or one within an archive.
 *
 * @param name as it is shown
 * @param folders the names of the folders that it lies in, the nearest first
 * @param head its first bytes, unpacked
 * @param opening gives all of it, unpacked
 * @param file the file itself, or the archive that it is in
 */
record Piece(String name, List<String> folders, Kind kind, byte[] head, Opening opening, File file) {

    /** What is read to tell the kind. */
    static final int HEAD = 1 << 16;

    /** Gives a stream that the caller closes. */
    interface Opening {
        InputStream open() throws IOException, UnreadableEvidenceException;
    }

    TextEncoding encoding() {
        return TextEncoding.of(head);
    }

    /** All of a small file. */
    byte[] bytes(int most) throws IOException, UnreadableEvidenceException {
        try (InputStream in = opening.open()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new UnreadableEvidenceException("it is larger than " + most / (1 << 20) + " MB");
            }
            return bytes;
        }
    }

    /** Those that lie in the same folder, as text. */
    String series() {
        return String.join("/", folders);
    }
}
