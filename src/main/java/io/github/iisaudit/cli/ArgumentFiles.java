package io.github.iisaudit.cli;

import io.github.iisaudit.source.NamedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that stand for arguments, {@code @FILE}: each line but an empty one is one argument, as it stands there. A line that
 * begins with {@code @} is one, too: whoever lists files does not choose their names.
 */
final class ArgumentFiles {

    private final List<Path> read = new ArrayList<>();

    /** Those that were read. */
    List<Path> read() {
        return read;
    }

    /** A command line with what its files hold in their places; {@code @@} begins an argument with one of them. */
    String[] expanded(String[] typed) throws UsageException {
        boolean isPlain = true;
        for (String arg : typed) {
            isPlain &= !arg.startsWith("@");
        }
        if (isPlain) {
            return typed;
        }
        List<String> args = new ArrayList<>();
        for (String arg : typed) {
            if (arg.startsWith("@@")) {
                args.add(arg.substring(1));
            } else if (isFile(arg)) {
                args.addAll(lines(arg));
            } else {
                args.add(arg);
            }
        }
        return args.toArray(new String[0]);
    }

    private static boolean isFile(String arg) {
        try {
            return arg.startsWith("@") && arg.length() > 1 && !Files.isDirectory(file(arg)) && Files.exists(file(arg));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path file(String arg) {
        return Path.of(arg.substring(1));
    }

    private List<String> lines(String arg) throws UsageException {
        read.add(file(arg));
        try {
            return text(NamedFile.bytes(file(arg)))
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (CharacterCodingException e) {
            throw new UsageException("cannot read " + Destination.shown(file(arg))
                    + ": it is neither UTF-8 nor UTF-16 with a byte order mark");
        } catch (IOException e) {
            throw new UsageException("cannot read " + Destination.shown(file(arg)) + ": " + NamedFile.reason(e));
        }
    }

    /** Windows PowerShell writes UTF-16 where nobody says otherwise. A byte that is no text would name another file. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        boolean isWide = first == 0xFEFF || first == 0xFFFE;
        String text = (isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
