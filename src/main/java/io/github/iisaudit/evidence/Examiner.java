package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Examination.ClientSetting;
import io.github.iisaudit.evidence.Examination.ReadFile;
import io.github.iisaudit.evidence.Examination.Unmatched;
import io.github.iisaudit.evidence.Examination.Unreadable;
import io.github.iisaudit.source.EvidenceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.lingala.zip4j.exception.ZipException;

/** Reads evidence and says for each application what it was. Used once, by one thread. */
public final class Examiner {

    /** What is no log and no capture is small. */
    private static final int SMALL = 64 << 20;

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d");

    /**
     * How evidence is read.
     *
     * @param password of encrypted archives; empty for none
     * @param site the site of what names none; empty for none
     * @param threads how many blocks of a log are read at the same time
     */
    public record Options(char[] password, String site, int threads, EvidenceProgress progress) {}

    private final Options options;
    private final Sites sites;
    private final Applications applications;
    private final List<ReadFile> files = new ArrayList<>();
    private final List<ClientSetting> clients = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /** @param applications those that the verdicts are for; none where it is those that the evidence names */
    public Examiner(Applications applications, Options options) {
        this.options = options;
        this.applications = applications;
        this.sites = new Sites(applications.sites(), options.site);
    }

    /** Reads all of it. */
    public Examination examine(List<EvidenceFile> evidence) {
        try (Pieces pieces = new Pieces(options.password, unreadable)) {
            readAll(pieces.of(evidence));
        }
        files.sort(Comparator.comparing(ReadFile::file));
        unreadable.sort(Comparator.comparing(Unreadable::file));
        unmatched.sort(Comparator.comparing(Unmatched::file));
        return new Examination(applications.diagnoses(sites.found()), clients, files, unmatched, unreadable);
    }

    private void readAll(List<Piece> pieces) {
        List<Piece> logs =
                new ArrayList<>(pieces.stream().filter(Examiner::isLog).toList());
        logs.sort(Comparator.comparing(Piece::series)
                .thenComparing(Examiner::begin)
                .thenComparing(Piece::name));
        readLogs(logs);
        for (Piece piece : pieces) {
            if (!isLog(piece)) {
                attempt(piece, () -> read(piece));
            }
        }
    }

    private static boolean isLog(Piece piece) {
        return piece.kind() == Kind.IIS_LOG || piece.kind() == Kind.HTTPERR;
    }

    private static String begin(Piece log) {
        Matcher time = TIME.matcher(log.encoding().text(log.head()));
        return time.find() ? time.group() : "";
    }

    /** What may fail. */
    private interface Attempt {
        void read() throws IOException, UnreadableEvidenceException;
    }

    private void attempt(Piece piece, Attempt attempt) {
        try {
            attempt.read();
        } catch (ZipException e) {
            refuse(piece, Archive.reason(e, options.password.length > 0));
        } catch (Guarded.BombException e) {
            refuse(piece, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            refuse(piece, piece.kind() == Kind.SAZ ? "the archive is damaged" : "it is damaged or cut short");
        } catch (UnreadableEvidenceException e) {
            refuse(piece, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(Piece piece, String reason) {
        unreadable.add(new Unreadable(piece.name(), reason));
    }

    private void readLogs(List<Piece> logs) {
        if (logs.isEmpty()) {
            return;
        }
        try (LogReading reading = new LogReading(options.threads, options.progress)) {
            for (Piece log : logs) {
                boolean isCounted = log.kind() == Kind.HTTPERR;
                attempt(log, () -> reading.read(log, new LogOrigin(sites, log.folders(), isCounted)));
            }
            reading.end();
            files.addAll(reading.files());
            unmatched.addAll(reading.unmatched());
        }
    }

    private void read(Piece piece) throws IOException, UnreadableEvidenceException {
        switch (piece.kind()) {
            case SAZ -> capture(piece, SazReader.read(piece.file(), options.password));
            case HAR -> {
                try (InputStream in = piece.opening().open()) {
                    capture(piece, HarReader.read(in));
                }
            }
            case TRACE -> trace(piece);
            case REGISTRY_EXPORT ->
                settings(piece, RegReader.read(piece.name(), piece.encoding().reader(in(piece))));
            case GROUP_POLICY_PREFERENCES -> settings(piece, PreferencesReader.read(piece.name(), piece.bytes(SMALL)));
            default -> settings(piece, PolicyReader.read(piece.name(), piece.bytes(SMALL), isOfMachine(piece)));
        }
    }

    private static InputStream in(Piece piece) throws IOException, UnreadableEvidenceException {
        return new ByteArrayInputStream(piece.bytes(SMALL));
    }

    private static boolean isOfMachine(Piece piece) {
        return !piece.folders().isEmpty() && piece.folders().get(0).equalsIgnoreCase("Machine");
    }

    private void capture(Piece piece, List<Session> sessions) {
        boolean isSanitised = piece.kind() == Kind.HAR
                && sessions.stream().noneMatch(s -> s.sent() != null && s.sent().kind() != Token.Kind.UNKNOWN);
        Unmatched.Count others = new Unmatched.Count();
        new CaptureJudge(LogOrigin.of(sites, piece.folders()), piece.name(), isSanitised, others).judge(sessions);
        unmatched.addAll(others.of(piece.name()));
        LongSummaryStatistics times = sessions.stream()
                .mapToLong(Session::time)
                .filter(t -> t != LogTime.NONE)
                .summaryStatistics();
        note(piece, sessions.size(), times);
    }

    private void note(Piece piece, long rows, LongSummaryStatistics times) {
        boolean isTimed = times.getCount() > 0;
        files.add(new ReadFile(
                piece.name(),
                piece.kind(),
                rows,
                0,
                isTimed ? Optional.of(Instant.ofEpochMilli(times.getMin())) : Optional.empty(),
                isTimed ? Optional.of(Instant.ofEpochMilli(times.getMax())) : Optional.empty()));
    }

    private void trace(Piece piece) throws IOException, UnreadableEvidenceException {
        Unmatched.Count others = new Unmatched.Count();
        TraceReader.Traced traced = TraceReader.read(piece.bytes(SMALL));
        new TraceJudge(LogOrigin.of(sites, piece.folders()), piece.name(), others).judge(traced);
        unmatched.addAll(others.of(piece.name()));
        LongSummaryStatistics times = new LongSummaryStatistics();
        if (traced.session().time() != LogTime.NONE) {
            times.accept(traced.session().time());
        }
        note(piece, 1, times);
    }

    private void settings(Piece piece, List<ClientSetting> settings) {
        clients.addAll(settings);
        note(piece, settings.size(), new LongSummaryStatistics());
    }
}
