package io.github.iisaudit.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Servers like the example of the README, as folders and as archives. */
final class Fleets {

    private static final Path EXAMPLE = Path.of("examples/applicationHost");
    private static final int BLOCK = 512;

    private Fleets() {}

    /** How servers lie in a fleet. */
    enum Form {
        FOLDERS,
        ZIPS,
        TARS
    }

    /** The files of a server; every third is set otherwise, so that servers differ. */
    static Map<String, byte[]> server(int number) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(EXAMPLE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                String own = number % 3 == 0 ? text.replace("useKernelMode=\"false\"", "useKernelMode=\"true\"") : text;
                files.put(EXAMPLE.relativize(file).toString().replace('\\', '/'), own.getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    static void folder(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    static void zip(Path archive, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    static void tar(Path archive, Map<String, byte[]> files) throws IOException {
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                tar.write(header(file.getKey(), file.getValue().length));
                tar.write(file.getValue());
                tar.write(new byte[(BLOCK - file.getValue().length % BLOCK) % BLOCK]);
            }
            tar.write(new byte[2 * BLOCK]);
        }
    }

    /** See the ustar interchange format of POSIX. */
    private static byte[] header(String name, int size) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(String.format("%-100s", name).replace(' ', '\0').getBytes(StandardCharsets.US_ASCII));
        header.write("0000644\0000000000\0000000000\000".getBytes(StandardCharsets.US_ASCII));
        header.write(String.format("%011o\00000000000000\0", size).getBytes(StandardCharsets.US_ASCII));
        header.write("        0".getBytes(StandardCharsets.US_ASCII));
        header.write(new byte[100]);
        header.write("ustar\00000".getBytes(StandardCharsets.US_ASCII));
        byte[] block = Arrays.copyOf(header.toByteArray(), BLOCK);
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, block, 148, digits.length);
        return block;
    }

    /**
     * A fleet with all that gets lost easily: names that Spark takes for hidden ones, an empty web.config, a broken archive, one name
     * twice, several servers in one archive, and what is no server.
     */
    static Path of(Form form, int servers, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < servers; i++) {
            String name = i == 1 ? "_web01" : i == 2 ? ".web02" : String.format("web%02d", i);
            Map<String, byte[]> files = server(i);
            if (i == 3) {
                files.put("C/inetpub/wwwroot/web.config", new byte[0]);
            }
            switch (form) {
                case FOLDERS -> folder(folder.resolve(name), files);
                case ZIPS -> zip(folder.resolve(name + ".zip"), files);
                case TARS -> tar(folder.resolve(name + ".tar.gz"), files);
            }
        }
        Files.writeString(folder.resolve("broken.zip"), "PK\3\4 and nothing");
        Files.writeString(folder.resolve("broken.tar.gz"), "nothing");
        Files.writeString(folder.resolve("readme.txt"), "no server");
        folder(folder.resolve("site/web04"), server(4));
        Map<String, byte[]> two = new TreeMap<>();
        server(5).forEach((path, bytes) -> two.put("first/" + path, bytes));
        server(6).forEach((path, bytes) -> two.put("second/" + path, bytes));
        zip(folder.resolve("two.zip"), two);
        return folder;
    }
}
