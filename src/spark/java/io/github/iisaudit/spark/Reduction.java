package io.github.iisaudit.spark;

import io.github.iisaudit.fleet.Drift;
import io.github.iisaudit.report.FleetSummary;
import io.github.iisaudit.spark.Auditor.SharedFindings;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * What is true of several servers, put together by all machines: each name that servers share and each site by itself. The driver gets
 * the sums, and the names of servers whose sites differ.
 */
final class Reduction {

    private final JavaRDD<AuditedServer> servers;
    private final JavaRDD<SharedFindings> shared;
    private final boolean isShared;

    Reduction(JavaRDD<AuditedServer> servers, Broadcast<Auditor> auditor) {
        this.servers = servers;
        this.shared = servers.flatMapToPair(
                        server -> pairs(server.names().value().byName()))
                .groupByKey()
                .flatMap(name -> auditor.value().shared(name._2()).iterator())
                .persist(StorageLevel.DISK_ONLY());
        this.isShared = auditor.value().asksForNames();
    }

    private static <T> Iterator<Tuple2<String, T>> pairs(Map<String, T> parts) {
        List<Tuple2<String, T>> pairs = new ArrayList<>();
        parts.forEach((key, part) -> pairs.add(new Tuple2<>(key, part)));
        return pairs.iterator();
    }

    /** All findings, as JSON lines. */
    JavaRDD<String> findings() {
        JavaRDD<String> own = servers.flatMap(server -> server.findings().iterator());
        return isShared ? own.union(shared.flatMap(some -> some.findings().iterator())) : own;
    }

    FleetSummary summary() {
        JavaRDD<FleetSummary> own = servers.map(server -> server.summary().value());
        if (!isShared || shared.isEmpty()) {
            return sum(own);
        }
        JavaPairRDD<String, FleetSummary> more = shared.mapToPair(some -> new Tuple2<>(some.server(), some.summary()))
                .aggregateByKey(new FleetSummary(), FleetSummary::addOfSame, FleetSummary::addOfSame);
        return sum(servers.mapToPair(
                        server -> new Tuple2<>(server.name(), server.summary().value()))
                .leftOuterJoin(more)
                .values()
                .map(both ->
                        both._2().isPresent() ? both._1().addOfSame(both._2().get()) : both._1()));
    }

    private static FleetSummary sum(JavaRDD<FleetSummary> parts) {
        return parts.treeAggregate(new FleetSummary(), FleetSummary::add, FleetSummary::add);
    }

    /** The sites that differ, in order of their names. */
    List<Drift.Site> drift() {
        Drift differing = new Drift(2);
        servers.flatMapToPair(server -> pairs(server.drift().value()))
                .aggregateByKey(new Drift(2), Drift::add, Drift::add)
                .values()
                .filter(site -> !site.sites().isEmpty())
                .collect()
                .forEach(differing::add);
        return differing.sites();
    }
}
