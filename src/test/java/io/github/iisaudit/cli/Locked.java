package io.github.iisaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Archives with a password. */
final class Locked {

    private Locked() {}

    /** The bytes of a copy of an archive whose entries are encrypted. */
    static byte[] copy(Path archive, Path copy, String password) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy), password.toCharArray())) {
            for (ZipEntry entry : zip.stream().toList()) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(entry.getName());
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(EncryptionMethod.AES);
                out.putNextEntry(parameters);
                out.write(zip.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
        }
        return Files.readAllBytes(copy);
    }
}
