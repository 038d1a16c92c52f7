package io.github.iisaudit.evidence;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.Locale;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;

/** Zip archives, encrypted ones too. Nothing is unpacked to disk. */
final class Archive {

    /** The list of what is in an archive is in memory. */
    private static final long MOST_LISTED = 32L << 20;

    private static final int END_OF_LIST = 0x06054B50;
    private static final int END_SIZE = 22;

    private Archive() {}

    /** @param password empty for none */
    static ZipFile open(File file, char[] password) throws IOException, UnreadableEvidenceException {
        if (listed(file) > MOST_LISTED) {
            throw new UnreadableEvidenceException("it has too many entries");
        }
        ZipFile zip = new ZipFile(file, password.length == 0 ? null : password);
        zip.setBufferSize(1 << 16);
        if (isSplit(zip)) {
            // The library would open files beside it.
            throw new UnreadableEvidenceException("it is one part of several");
        }
        return zip;
    }

    private static boolean isSplit(ZipFile zip) throws ZipException {
        try {
            return zip.isSplitArchive();
        } catch (RuntimeException e) {
            throw new ZipException("damaged", e);
        }
    }

    /** What is in an entry. */
    static InputStream stream(ZipFile zip, FileHeader entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (RuntimeException e) {
            throw new ZipException("damaged", e);
        }
    }

    /** The size of the list of entries, as the end of the archive says; 0 where it does not. */
    private static long listed(File file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
            int length = (int) Math.min(bytes.length(), END_SIZE + 0xFFFF);
            byte[] end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            for (int i = length - END_SIZE; i >= 0; i--) {
                if (number(end, i) == END_OF_LIST) {
                    return number(end, i + 12) & 0xFFFFFFFFL;
                }
            }
            return 0;
        }
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    /** Why an archive cannot be read. */
    static String reason(ZipException e, boolean hasPassword) {
        boolean isPassword = e.getType() == ZipException.Type.WRONG_PASSWORD
                || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("password");
        if (!isPassword) {
            return "the archive is damaged";
        }
        return hasPassword
                ? "it is encrypted, and the password in --evidence-password-file does not open it"
                : "it is encrypted: --evidence-password-file FILE gives its password";
    }
}
