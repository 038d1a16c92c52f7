package io.github.iisaudit.cli;

import io.github.iisaudit.baseline.Baseline;
import io.github.iisaudit.baseline.InvalidBaselineException;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A baseline as a file. */
record BaselineFile(Path path) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Its name in messages and hints. */
    String name() {
        return path.toString().replace('\\', '/');
    }

    boolean isSameAs(BaselineFile other) {
        return Destinations.isSame(path, other.path);
    }

    boolean isMissing() {
        return Files.notExists(path);
    }

    /** What it was where that decides; one that was not there then accepted nothing. Empty where the file as it is decides. */
    Optional<Baseline> readAt(Past past) throws UsageException, SourceException {
        if (!past.decides(path)) {
            return Optional.empty();
        }
        Optional<byte[]> then = past.read(path);
        if (then.isEmpty() && isMissing()) {
            return Optional.empty();
        }
        return Optional.of(then.isPresent() ? parse(then.get()) : Baseline.EMPTY);
    }

    Baseline read() throws UsageException {
        if (Files.exists(path) && !NamedFile.isFile(path)) {
            throw new UsageException("cannot read " + name() + ": it is no regular file");
        }
        try {
            return parse(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no baseline " + name() + "; write it with --write-baseline " + name());
        } catch (IOException e) {
            throw new UsageException("cannot read " + name() + ": " + NamedFile.reason(e));
        }
    }

    private Baseline parse(byte[] bytes) throws UsageException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Baseline.read(name(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new UsageException(name() + ": this is no baseline: it is not UTF-8");
        } catch (InvalidBaselineException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    void write(Baseline baseline) throws UnwrittenException {
        new Destination(path).write(out -> out.write(baseline.text()));
    }
}
