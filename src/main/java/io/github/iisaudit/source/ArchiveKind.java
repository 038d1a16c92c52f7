package io.github.iisaudit.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What an archive is, told by its content. */
enum ArchiveKind {
    ZIP,
    TAR,
    TAR_GZ;

    private static final String[] ENDINGS = {".tar.gz", ".tgz", ".tar", ".zip"};

    /** What a file is; empty where it is no archive. */
    static Optional<ArchiveKind> of(Path file) {
        if (!NamedFile.isFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(TarReader.BLOCK);
            if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
                return Optional.of(ZIP);
            }
            if (begins(head, 0x1F, 0x8B)) {
                return isTarGz(file) ? Optional.of(TAR_GZ) : Optional.empty();
            }
            return isTar(head) ? Optional.of(TAR) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isTarGz(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return isTar(in.readNBytes(TarReader.BLOCK));
        } catch (IOException e) {
            return isNamed(file.toString()); // damaged: what it is called is all there is
        }
    }

    private static boolean isTar(byte[] head) {
        return TarReader.begins(head);
    }

    private static boolean begins(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name is one that archives have. */
    static boolean isNamed(String name) {
        return !withoutEnding(name).equals(name);
    }

    /** The name of an archive without what tells its kind. */
    static String withoutEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
