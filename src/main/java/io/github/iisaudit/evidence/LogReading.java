package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ReadFile;
import io.github.iisaudit.evidence.Examination.Unmatched;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads logs block by block, several blocks at the same time, and judges their rows in order. Only a few blocks are in memory, however
 * large the logs are.
 */
final class LogReading implements AutoCloseable {

    /** A log while it is read. */
    private static final class Log {

        final Piece piece;
        final Unmatched.Count unmatched = new Unmatched.Count();
        long lines;
        long rows;
        long skipped;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;

        /** The columns in force after what was taken, and those that will be after what is at work, as far as one can tell. */
        LogFields fields = LogFields.NONE;

        LogFields guess = LogFields.NONE;

        long day;

        Log(Piece piece) {
            this.piece = piece;
        }

        void add(LogRows block) {
            lines += block.allLines;
            rows += block.read;
            skipped += block.skipped;
            first = Math.min(first, block.first);
            last = Math.max(last, block.last);
            fields = block.fields;
            guess = block.fields;
            day = block.day;
            block.unmatched.forEach((why, count) -> unmatched.add(why, count));
        }

        ReadFile read() {
            Optional<Instant> from = first > last ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
            Optional<Instant> to = first > last ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
            return new ReadFile(piece.name(), piece.kind(), rows, skipped, from, to);
        }
    }

    /** A block at work. */
    private record Work(Log log, LogOrigin origin, LogBlock block, Future<LogRows> rows) {}

    private final ExecutorService workers;
    private final int most;
    private final EvidenceProgress progress;
    private final Deque<Work> atWork = new ArrayDeque<>();
    private final Deque<LogBlock.Buffer> buffers = new ArrayDeque<>();
    private final List<Log> logs = new ArrayList<>();
    private LogJudge judge = new LogJudge();
    private String series = "";

    LogReading(int threads, EvidenceProgress progress) {
        workers = Executors.newFixedThreadPool(threads, LogReading::daemon);
        most = threads + 2;
        this.progress = progress;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "evidence");
        thread.setDaemon(true);
        return thread;
    }

    /** Reads a log after those before it; those of one folder come one after the other. */
    void read(Piece piece, LogOrigin origin) throws IOException, UnreadableEvidenceException {
        Log log = new Log(piece);
        logs.add(log);
        try (InputStream in = piece.opening().open()) {
            LogBlocks blocks = new LogBlocks(piece.encoding().narrow(in));
            while (true) {
                LogBlock.Buffer buffer = buffer();
                Integer length = blocks.next(buffer.bytes()).orElse(null);
                if (length == null) {
                    buffers.add(buffer);
                    return;
                }
                submit(log, origin, new LogBlock(buffer, length, log.guess, log.day));
            }
        }
    }

    private void submit(Log log, LogOrigin origin, LogBlock block) {
        atWork.add(new Work(log, origin, block, workers.submit(() -> RowReader.read(block, origin))));
        log.guess = block.header();
        progress.read(block.length());
    }

    private LogBlock.Buffer buffer() {
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
        while (atWork.size() >= most) {
            take();
        }
        LogBlock.Buffer free = buffers.poll();
        return free == null ? LogBlock.Buffer.create() : free;
    }

    private void take() {
        Work work = atWork.remove();
        Log log = work.log;
        LogRows rows = rows(work);
        buffers.add(work.block.buffer());
        if (!log.piece.series().equals(series)) {
            judge.end();
            judge = new LogJudge();
            series = log.piece.series();
        }
        judge.judge(rows, new Refusal.Position(log.piece.name(), log.lines));
        rows.undecided.forEach((place, fields) -> place.application().undecided(fields.missing()));
        log.add(rows);
    }

    /** A block was read with the columns that were thought to be in force; seldom others are, and it is read again. */
    private static LogRows rows(Work work) {
        try {
            LogRows rows = work.rows.get();
            LogFields fields = work.log.fields;
            boolean isDayRight = fields.date() >= 0 || work.block.day() == work.log.day;
            boolean isRight = isDayRight && work.block.fields().equals(fields);
            return isRight ? rows : RowReader.read(work.block.after(fields, work.log.day), work.origin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Judges what is left. */
    void end() {
        while (!atWork.isEmpty()) {
            take();
        }
        judge.end();
    }

    /** What was read. */
    List<ReadFile> files() {
        return logs.stream().map(Log::read).toList();
    }

    List<Unmatched> unmatched() {
        return logs.stream()
                .flatMap(log -> log.unmatched.of(log.piece.name()).stream())
                .toList();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
