package io.github.iisaudit.evidence;

import io.github.iisaudit.evidence.Diagnosis.Handshakes;
import io.github.iisaudit.evidence.Diagnosis.OtherCause;
import io.github.iisaudit.evidence.Diagnosis.Preauth;
import io.github.iisaudit.evidence.Place.KernelMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the evidence says of one application, piece by piece. Not safe for use by several threads. */
final class ApplicationEvidence {

    /** More of one sort convince nobody. */
    private static final int MOST_EXHIBITS = 3;

    private static final int MOST_TIMES = 10_000;

    private final String server;
    private final String path;
    private final KernelMode kernelMode;
    private final long siteKey;

    private final Map<Verdict, List<Exhibit>> exhibits = new EnumMap<>(Verdict.class);
    private final Map<Verdict, SymptomRows> symptoms = new EnumMap<>(Verdict.class);
    private final Map<Long, Long> otherCauses = new TreeMap<>();
    private final TreeSet<Long> symptomTimes = new TreeSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long requests;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long ntlm;
    private long kerberos;
    private long anonymousFirst;

    /** @param path {@code Site/app} */
    ApplicationEvidence(String server, String path, KernelMode kernelMode) {
        this.server = server;
        this.path = path;
        this.kernelMode = kernelMode;
        int slash = path.indexOf('/');
        String site = server + "/" + (slash < 0 ? path : path.substring(0, slash));
        byte[] bytes = site.getBytes(StandardCharsets.UTF_8);
        this.siteKey = LogHash.of(bytes, 0, bytes.length, 1);
    }

    String server() {
        return server;
    }

    String path() {
        return path;
    }

    /** A number that differs by site. */
    long siteKey() {
        return siteKey;
    }

    /** A request that was there, at a time or at {@link LogTime#NONE}. */
    void row(long time) {
        requests++;
        if (time != LogTime.NONE) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
    }

    /** Rows that cannot be judged, for these columns lack. */
    void undecided(List<String> columns) {
        missing.addAll(columns);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** @param isAnonymousFirst whether it began without credentials */
    void logon(boolean isNtlm, boolean isAnonymousFirst) {
        ntlm += isNtlm ? 1 : 0;
        kerberos += isNtlm ? 0 : 1;
        anonymousFirst += isAnonymousFirst ? 1 : 0;
    }

    /** A row of the fault's code, from a client that had not been asked before. */
    void symptom(Refusal refusal) {
        boolean isFit = refusal.isFirst && !refusal.isStep;
        Verdict verdict = isFit ? ofLog(refusal.place.kernelMode()) : Verdict.CONSISTENT;
        symptoms.computeIfAbsent(verdict, k -> new SymptomRows()).add(refusal.client, refusal.time);
        if (isFit && symptomTimes.size() < MOST_TIMES) {
            symptomTimes.add(refusal.time);
        }
        exhibit(verdict, refusal.exhibit(isFit ? "first-request-401.1" : "401.1-without-anonymous-401"));
    }

    /** What a sign of the fault that proves nothing is worth. */
    static Verdict ofLog(KernelMode mode) {
        return switch (mode) {
            case ON -> Verdict.PROBABLE;
            case UNKNOWN -> Verdict.CONSISTENT;
            default -> Verdict.CONTRADICTED;
        };
    }

    void otherCause(Refusal refusal) {
        otherCause(refusal.code, refusal.exhibit("401.1-other-code"));
    }

    /** A 401.1 that a trace shows with its code. */
    void otherCause(long code, Exhibit exhibit) {
        otherCauses.merge(code, 1L, Long::sum);
        exhibit(Verdict.OTHER_CAUSE, exhibit);
    }

    /** Whether a log has the fault within two seconds of a time. */
    boolean hasSymptomAt(long time) {
        Long next = symptomTimes.ceiling(time - 2_000);
        return next != null && next <= time + 2_000;
    }

    void exhibit(Verdict verdict, Exhibit exhibit) {
        List<Exhibit> sort = exhibits.computeIfAbsent(verdict, k -> new ArrayList<>());
        if (sort.size() < MOST_EXHIBITS) {
            sort.add(exhibit);
        }
    }

    /** What comes of it all. */
    Diagnosis diagnosis() {
        Verdict verdict = exhibits.keySet().stream().findFirst().orElse(withoutExhibits());
        List<Exhibit> best = new ArrayList<>();
        exhibits.values().forEach(best::addAll);
        return new Diagnosis(
                server,
                path,
                verdict,
                known(kernelMode != KernelMode.OFF),
                known(kernelMode != KernelMode.UNUSED),
                new Reason(verdict, kernelMode, List.copyOf(missing), List.copyOf(notes)).toString(),
                rows(verdict).counts(),
                requests(),
                new Handshakes(ntlm, kerberos, anonymousFirst),
                otherCauses.entrySet().stream()
                        .map(e -> new OtherCause(e.getKey(), e.getValue()))
                        .toList(),
                best,
                List.copyOf(notes),
                !missing.isEmpty() || !notes.isEmpty(),
                Optional.empty());
    }

    private Verdict withoutExhibits() {
        return requests > 0 ? Verdict.NOT_SEEN : Verdict.NO_EVIDENCE;
    }

    private Optional<Boolean> known(boolean value) {
        return kernelMode == KernelMode.UNKNOWN ? Optional.empty() : Optional.of(value);
    }

    private SymptomRows rows(Verdict verdict) {
        SymptomRows none = symptoms.values().stream().findFirst().orElse(SymptomRows.NONE);
        return symptoms.getOrDefault(verdict, none);
    }

    private Preauth requests() {
        boolean isTimed = first <= last;
        return new Preauth(
                requests,
                0,
                isTimed ? Optional.of(Instant.ofEpochMilli(first)) : Optional.empty(),
                isTimed ? Optional.of(Instant.ofEpochMilli(last)) : Optional.empty());
    }
}
