package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {

    private static final int SIZE = 4 << 20;
    private static final int ARCHIVES = 24;

    /** The size of the record at the end of a zip without a comment. */
    private static final int END = 22;

    private static byte[] zip() throws IOException {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("web.config"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A fleet has thousands, all of which are opened before the first server is audited. */
    @Test
    void archives_that_were_released_hold_nothing_of_what_was_read() throws Exception {
        Path archive = new ServerFiles("fleet", Map.of("web01.zip", zip()))
                .folder()
                .path()
                .resolve("web01.zip");
        long before = used();

        List<ArchiveTree> trees = new ArrayList<>();
        for (int i = 0; i < ARCHIVES; i++) {
            ArchiveTree tree = ArchiveReader.read(archive, ArchiveKind.ZIP, "web01");
            tree.disk().close();
            trees.add(tree);
        }

        assertThat(used() - before).isLessThan((long) ARCHIVES * SIZE / 2);
        for (ArchiveTree tree : trees) {
            assertThat(tree.troubles()).isEmpty();
        }
    }

    /** As those of a zip bomb do: 60 bytes more bring a megabyte more. */
    @Test
    void entries_that_lie_over_each_other_are_refused(@TempDir Path folder) throws Exception {
        ByteBuffer one = ByteBuffer.wrap(zip()).order(ByteOrder.LITTLE_ENDIAN);
        int end = one.limit() - END;
        int names = one.getInt(end + 16);
        ByteArrayOutputStream several = new ByteArrayOutputStream();
        several.write(one.array(), 0, end);
        several.write(one.array(), names, end - names);
        one.putShort(end + 8, (short) 2);
        one.putShort(end + 10, (short) 2);
        one.putInt(end + 12, 2 * (end - names));
        several.write(one.array(), end, END);
        Path archive = Files.write(folder.resolve("a.zip"), several.toByteArray());

        ArchiveTree tree = ArchiveReader.read(archive, ArchiveKind.ZIP, "a");
        assertThat(tree.troubles()).containsEntry("", "cannot be read to its end: its entries lie over each other");
    }

    @Test
    void of_a_name_without_end_the_beginning_is_told(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("a/".repeat(30_000) + "web.config"));
        }
        assertThat(ArchiveReader.read(archive, ArchiveKind.ZIP, "a").troubles())
                .containsOnly(Map.entry("a/".repeat(500) + "…", "lies more than 64 folders deep"));
    }

    @Test
    void what_ends_too_early_is_read_again_as_far_as_before(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.write(header("a/web.config", '0', "", 512));
        tar.write(new byte[512]);
        tar.write(header("b/web.config", '0', "", 512));
        Path archive = Files.write(folder.resolve("a.tar"), tar.toByteArray());

        assertThat(ArchiveReader.read(archive, ArchiveKind.TAR, "a").troubles()).isNotEmpty();
        assertThat(ArchiveReader.again(archive, ArchiveKind.TAR).read()).containsOnlyKeys("a/web.config");
    }

    /** A tar of 512 bytes an entry, gzipped, with a file and other names of it. */
    private static byte[] links(int links) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream tar = new GZIPOutputStream(packed)) {
            tar.write(header("a/web.config", '0', "", 100_352));
            tar.write(new byte[100_352]);
            for (int i = 0; i < links; i++) {
                tar.write(header("b" + i + "/web.config", '1', "a/web.config", 0));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] header(String name, char type, String target, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", size));
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        put(header, 148, String.format("%06o", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @Test
    void another_name_of_a_file_counts_as_another_file(@TempDir Path folder) throws Exception {
        Path archive = Files.write(folder.resolve("a.tar.gz"), links(2_000));
        assertThat(ArchiveReader.read(archive, ArchiveKind.TAR_GZ, "a")
                        .troubles()
                        .get(""))
                .contains("it expands to more than 250 times its size");
        Path small = Files.write(folder.resolve("b.tar.gz"), links(10));
        assertThat(ArchiveReader.read(small, ArchiveKind.TAR_GZ, "b").troubles())
                .isEmpty();
    }

    @Test
    void what_an_archive_in_another_unpacks_counts_for_both() throws Exception {
        Expansion outer = new Expansion(1, null);
        Expansion inner = new Expansion(Long.MAX_VALUE, outer);
        inner.count(1 << 20);
        assertThatThrownBy(() -> inner.count(16 << 20)).hasMessage("it expands to more than 250 times its size");
    }
}
