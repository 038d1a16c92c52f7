package io.github.iisaudit.spark;

import io.github.iisaudit.source.FleetFolder;
import io.github.iisaudit.spark.AuditedShare.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * All servers of a fleet, audited. An entry that holds one server, whose name no other has, is opened once; others twice, since names are
 * given out when all are known. What came of it is kept on the disks of the executors.
 */
final class FleetAudit {

    private static final int NAMED = 5;

    private final JavaRDD<AuditedShare> first;
    private final JavaRDD<AuditedServer> servers;
    private final List<String> names;
    private final List<Seen> seen;

    private FleetAudit(
            JavaRDD<AuditedShare> first, JavaRDD<AuditedServer> servers, List<String> names, List<Seen> seen) {
        this.first = first;
        this.servers = servers;
        this.names = names;
        this.seen = seen;
    }

    static FleetAudit of(JavaSparkContext context, Broadcast<Auditor> auditor, List<FleetEntry> entries)
            throws JobException {
        List<Share> shares = new ArrayList<>();
        sized(context, auditor, entries).forEach(entry -> shares.add(Share.of(entry)));
        JavaRDD<AuditedShare> first = audited(context, auditor, shares);
        List<Seen> seen = first.map(AuditedShare::seen).collect();
        if (seen.size() != entries.size()) {
            throw JobException.ofFault(
                    entries.size() + " entries were listed and " + seen.size() + " were looked into");
        }
        List<String> names = names(seen);
        Map<String, List<String>> later = later(seen, names);
        JavaRDD<AuditedServer> servers = servers(context, first, later.keySet());
        if (!later.isEmpty()) {
            List<Share> again = new ArrayList<>();
            later.forEach((entry, named) -> again.addAll(Share.of(entry, named)));
            servers = servers.union(audited(context, auditor, again)
                    .flatMap(share -> share.servers().iterator()));
        }
        return new FleetAudit(first, servers, names, seen);
    }

    /** Of folders the sizes are asked for by all machines. */
    private static List<FleetEntry> sized(
            JavaSparkContext context, Broadcast<Auditor> auditor, List<FleetEntry> entries) {
        if (entries.stream().noneMatch(FleetEntry::isFolder)) {
            return entries;
        }
        int tasks = Math.max(1, Math.min(entries.size(), context.defaultParallelism()));
        return context.parallelize(entries, tasks)
                .map(entry -> auditor.value().sized(entry))
                .collect();
    }

    private static JavaRDD<AuditedShare> audited(
            JavaSparkContext context, Broadcast<Auditor> auditor, List<Share> shares) {
        List<List<Share>> tasks = Share.tasks(shares, context.defaultParallelism());
        return context.parallelize(tasks, Math.max(1, tasks.size()))
                .flatMap(task ->
                        task.stream().map(share -> auditor.value().of(share)).iterator())
                .persist(StorageLevel.DISK_ONLY());
    }

    private static JavaRDD<AuditedServer> servers(
            JavaSparkContext context, JavaRDD<AuditedShare> first, Set<String> later) {
        Broadcast<Set<String>> apart = context.broadcast(new HashSet<>(later));
        return first.flatMap(share -> apart.value().contains(share.entry())
                ? Collections.emptyIterator()
                : share.servers().iterator());
    }

    private static List<String> names(List<Seen> seen) {
        List<List<String>> wanted = new ArrayList<>();
        seen.forEach(entry -> wanted.addAll(entry.names()));
        return FleetFolder.names(wanted);
    }

    /** Entries of which servers were not audited under their names, with these. */
    private static Map<String, List<String>> later(List<Seen> seen, List<String> names) {
        Map<String, List<String>> later = new LinkedHashMap<>();
        int at = 0;
        for (Seen entry : seen) {
            List<String> own = names.subList(at, at + entry.names().size());
            at += own.size();
            boolean isDone = own.isEmpty()
                    || own.size() == 1 && own.get(0).equals(entry.names().get(0).get(0));
            if (!isDone) {
                later.put(entry.entry(), own);
            }
        }
        return later;
    }

    JavaRDD<AuditedServer> servers() {
        return servers;
    }

    /** The names of all servers, no two of them the same. */
    List<String> names() {
        return names;
    }

    /** What could not be opened, and what could not be read of servers, as JSON lines. */
    JavaRDD<String> unreadable() {
        return first.flatMap(share -> share.refused().iterator())
                .union(servers.flatMap(server -> server.unreadable().iterator()));
    }

    /** How often something could not be opened. */
    int refused() {
        return seen.stream().mapToInt(Seen::refusals).sum();
    }

    /** What holds no server, and no fault; a few by name. */
    String passedOver() {
        List<String> none = new ArrayList<>();
        for (Seen entry : seen) {
            if (entry.names().isEmpty() && entry.refusals() == 0) {
                none.add(entry.entry());
            }
        }
        Collections.sort(none);
        int more = none.size() - NAMED;
        return String.join(", ", none.subList(0, Math.min(NAMED, none.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
