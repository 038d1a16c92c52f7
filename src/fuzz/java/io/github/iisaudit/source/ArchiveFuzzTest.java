package io.github.iisaudit.source;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Whatever the bytes of an archive are: it is opened or told, nothing comes to the disk, and all that it seems to hold can be asked for. */
class ArchiveFuzzTest {

    private static final String[] NAMES = {
        "web.config",
        "a/web.config",
        "inetsrv/config/applicationHost.config",
        "archive.xml",
        "parameters.xml",
        "..",
        "/",
        "Content/C_C/a/web.config",
        "a/",
        "a",
        "a/web.config/b.config",
        "x.zip",
        "b.tar.gz",
        "C:\\a\\web.config",
        "a//b.config",
        "././@LongLink",
        "\0",
        "a/../../web.config",
        "\u00e4.config",
        " "
    };

    private FuzzedDataProvider data;

    @FuzzTest(maxDuration = "200s")
    void isOpenedOrTold(FuzzedDataProvider input) throws IOException {
        data = input;
        byte[] bytes = damaged(pack(2));
        Path folder = Files.createTempDirectory("iisaudit-fuzz");
        Path file = folder.resolve("a.zip");
        try {
            Files.write(file, bytes);
            for (ArchiveKind kind : ArchiveKind.values()) {
                readAll(ArchiveReader.read(file, kind, "a"));
            }
            open(file);
            try (Stream<Path> all = Files.walk(folder)) {
                require(all.count() == 2, "something was written");
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void readAll(ArchiveTree tree) throws IOException {
        require(tree.troubles().values().stream().noneMatch(String::isEmpty), "a trouble without a reason");
        try (Stream<Path> files = Files.walk(tree.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                require(file.startsWith(tree.root()), "outside: " + file);
                Lookup read = FileBytes.read(file, "f");
                require(!(read instanceof Lookup.Absent), "not there: " + file);
            }
        } finally {
            tree.disk().close();
        }
    }

    private static void open(Path file) {
        Opened opened;
        try {
            opened = Sources.open(List.of(file.toString()), SourceOptions.DEFAULTS);
        } catch (SourceException e) {
            return;
        }
        require(!opened.sources().isEmpty() || !opened.refused().isEmpty(), "neither opened nor told");
        for (ConfigSource source : opened.sources()) {
            source.applicationHost();
            source.parameters();
            source.allTransforms();
            source.foldersWithWebConfig("C:\\");
            source.unreadable();
            source.close();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private byte[] pack(int depth) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int form = data.consumeInt(0, 2);
        if (form == 0) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (int i = data.consumeInt(0, 5); i > 0; i--) {
                    put(zip, depth);
                }
            }
            return bytes.toByteArray();
        }
        try (OutputStream out = form == 1 ? bytes : new GZIPOutputStream(bytes)) {
            for (int i = data.consumeInt(0, 5); i > 0; i--) {
                byte[] content = content(depth);
                out.write(header(content.length));
                out.write(content);
                out.write(new byte[(512 - content.length % 512) % 512]);
            }
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, int depth) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name()));
            zip.write(content(depth));
        } catch (IOException e) {
            // the same name twice
        }
    }

    private byte[] content(int depth) throws IOException {
        if (depth > 0 && data.consumeInt(0, 4) == 0) {
            return pack(depth - 1);
        }
        String text = data.consumeBoolean()
                ? "<configuration><system.applicationHost/></configuration>"
                : "20 path=" + data.consumeAsciiString(9) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] header(int size) {
        byte[] header = new byte[512];
        put(header, 0, name());
        put(header, 124, data.consumeInt(0, 20) == 0 ? data.consumeAsciiString(12) : String.format("%011o", size));
        header[156] = data.consumeInt(0, 2) > 0 ? (byte) '0' : data.consumeByte();
        put(header, 257, data.consumeBoolean() ? "ustar  " : "ustar\00000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        header[154] = 0;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, at == 0 ? 100 : 12));
    }

    private String name() {
        return data.consumeInt(0, 9) == 0 ? data.consumeString(20) : NAMES[data.consumeInt(0, NAMES.length - 1)];
    }

    private byte[] damaged(byte[] bytes) {
        for (int i = data.consumeInt(0, 4); i > 1 && bytes.length > 0; i--) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        int end = data.consumeInt(0, 9) == 0 ? data.consumeInt(0, bytes.length) : bytes.length;
        return java.util.Arrays.copyOf(bytes, end);
    }
}
