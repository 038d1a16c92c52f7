package io.github.iisaudit.spark;

import io.github.iisaudit.OneByOne;
import io.github.iisaudit.report.FleetSummary;
import io.github.iisaudit.report.Report.Unreadable;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.SharedNames;
import io.github.iisaudit.rule.SharedNames.ServerClaims;
import io.github.iisaudit.source.FleetFolder;
import io.github.iisaudit.source.FleetFolder.Part;
import io.github.iisaudit.source.FleetFolder.Unnamed;
import io.github.iisaudit.source.Opened.Refused;
import io.github.iisaudit.source.SourceException;
import io.github.iisaudit.source.SourceOptions;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What audits servers on one machine: made once for all tasks there, so that what servers have in common is read once. Whatever is wrong
 * with a server is in its result. Safe for use by several threads.
 */
final class Auditor implements Serializable {

    private final FleetInput input;
    private final RuleTexts texts;
    private final SerializableConfiguration hadoop;
    private transient @Nullable Engine engine;

    private record Engine(List<Rule> rules, OneByOne audit) {}

    Auditor(FleetInput input, RuleTexts texts, SerializableConfiguration hadoop) {
        this.input = input;
        this.texts = texts;
        this.hadoop = hadoop;
    }

    private synchronized Engine engine() {
        if (engine == null) {
            List<Rule> rules = texts.rules();
            engine = new Engine(rules, new OneByOne(rules));
        }
        return engine;
    }

    /** The same entry with its size. */
    FleetEntry sized(FleetEntry entry) {
        return entry.isFolder() ? entry.of(input.size(entry.name(), hadoop.value())) : entry;
    }

    /** Audits a share. */
    AuditedShare of(Share share) {
        String path = input.shown() + "/" + share.entry();
        try (LocalCopy copy = LocalCopy.of(input, share.entry(), hadoop.value())) {
            Part part = new FleetFolder(input.shown(), copy.folder(), SourceOptions.DEFAULTS).open(share.entry());
            return of(share, part);
        } catch (IOException | SourceException e) {
            return refused(share, path, "cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            return refused(share, path, "internal error: " + e);
        }
    }

    private AuditedShare refused(Share share, String path, String reason) {
        Part nothing = new Part(List.of(), List.of(new Refused(path, reason, path + ": " + reason)));
        return of(share, nothing);
    }

    private AuditedShare of(Share share, Part part) {
        List<List<String>> names = new ArrayList<>();
        part.servers().forEach(server -> names.add(new ArrayList<>(server.names())));
        List<AuditedServer> audited = new ArrayList<>();
        if (share.isNamed()) {
            for (int i = share.from(); i < share.to(); i++) {
                audited.add(
                        i < names.size()
                                ? of(part.servers().get(i), share.names().get(i))
                                : lost(share, i));
            }
        } else if (names.size() == 1) {
            audited.add(of(part.servers().get(0), names.get(0).get(0)));
        }
        List<Unreadable> refused = new ArrayList<>();
        part.refused().forEach(it -> refused.add(new Unreadable("", ".", it.path(), it.reason())));
        return new AuditedShare(share.entry(), names, audited, JsonLines.ofUnreadable(refused), refused.size());
    }

    private AuditedServer of(Unnamed server, String name) {
        OneByOne.Part part = engine().audit.of(server.named().apply(name));
        return new AuditedServer(
                name,
                JsonLines.ofFindings(part.findings()),
                JsonLines.ofUnreadable(part.unreadable()),
                Packed.of(part.summary()),
                Packed.of(part.drift()),
                Packed.of(part.names()));
    }

    /** A server that was there when it was named. */
    private AuditedServer lost(Share share, int place) {
        String name = share.names().get(place);
        List<Unreadable> gone = List.of(new Unreadable(name, input.shown(), share.entry(), "is no longer there"));
        return new AuditedServer(
                name,
                JsonLines.NONE,
                JsonLines.ofUnreadable(gone),
                Packed.of(FleetSummary.ofServer(name, List.of(), gone.size(), List.of())),
                Packed.of(Map.of()),
                Packed.of(ServerClaims.NONE));
    }

    /** Whether anybody asks for names that servers share. */
    boolean asksForNames() {
        return new SharedNames(engine().rules).isWanted();
    }

    /** What is found of one name, when all that claim it are known. */
    List<SharedFindings> shared(Iterable<ServerClaims> claims) {
        SharedNames names = new SharedNames(engine().rules);
        claims.forEach(names::add);
        List<SharedFindings> all = new ArrayList<>();
        for (List<Finding> findings : names.findings()) {
            all.add(new SharedFindings(
                    findings.get(0).server(), JsonLines.ofFindings(findings), FleetSummary.ofFindings(findings)));
        }
        return all;
    }

    /** Findings on one server of a name that others claim, too. */
    record SharedFindings(String server, JsonLines findings, FleetSummary summary) implements Serializable {}
}
