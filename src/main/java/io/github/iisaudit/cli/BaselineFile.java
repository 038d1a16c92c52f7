package io.github.iisaudit.cli;

import io.github.iisaudit.baseline.Baseline;
import io.github.iisaudit.baseline.InvalidBaselineException;
import io.github.iisaudit.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A baseline as a file. */
record BaselineFile(Path path) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Its name in messages and hints. */
    String name() {
        return path.toString().replace('\\', '/');
    }

    boolean isSameAs(BaselineFile other) {
        return path.toAbsolutePath()
                .normalize()
                .equals(other.path.toAbsolutePath().normalize());
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
        try {
            return parse(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no baseline " + name() + "; write it with --write-baseline " + name());
        } catch (IOException e) {
            throw new UsageException("cannot read " + name() + ": " + e.getMessage());
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

    /** Writes it whole or not at all: a run that is stopped leaves the baseline that was there. */
    void write(Baseline baseline) throws UsageException {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            try {
                Files.writeString(draft, baseline.text(), StandardOpenOption.CREATE_NEW);
                replace(draft, target);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + name() + ": " + e.getMessage());
        }
    }

    private static void replace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
