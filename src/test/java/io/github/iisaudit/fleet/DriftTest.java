package io.github.iisaudit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.fleet.Drift.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final WindowsSettings ON = new WindowsSettings(List.of("on"));
    private static final WindowsSettings OFF = new WindowsSettings(List.of("off"));

    private static Drift of(String server, String site, WindowsSettings settings) {
        Drift drift = new Drift(2);
        drift.add(server, site, settings);
        return drift;
    }

    /** Servers of which each has some sites, spelled as it likes. */
    private static List<Drift> servers(Random random) {
        List<Drift> servers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Drift server = new Drift(2);
            for (String site : List.of("Intranet", "Shop", "Straße")) {
                if (random.nextBoolean()) {
                    String spelled = random.nextBoolean() ? site : site.toLowerCase();
                    server.add("WEB" + i, spelled, random.nextInt(3) == 0 ? OFF : ON);
                }
            }
            servers.add(server);
        }
        return servers;
    }

    private static List<Site> together(List<Drift> parts) {
        Drift all = new Drift(2);
        parts.forEach(all::add);
        return all.sites();
    }

    @Test
    void servers_may_come_in_any_order_and_in_any_parts() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Drift> servers = servers(random);
            List<Site> expected = together(servers);
            int cut = random.nextInt(servers.size());
            Collections.shuffle(servers, random);
            Drift left = new Drift(2);
            Drift right = new Drift(2);
            servers.subList(0, cut).forEach(left::add);
            servers.subList(cut, servers.size()).forEach(right::add);

            assertThat(left.add(right).sites()).as("round " + round).isEqualTo(expected);
        }
    }

    @Test
    void each_site_may_be_compared_elsewhere() {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++) {
            List<Drift> servers = servers(random);
            Map<String, Drift> bySite = new LinkedHashMap<>();
            servers.forEach(server -> server.bySite()
                    .forEach((site, part) ->
                            bySite.computeIfAbsent(site, s -> new Drift(2)).add(part)));
            List<Site> sites = new ArrayList<>();
            bySite.values().forEach(part -> sites.addAll(part.sites()));

            assertThat(sites).as("round " + round).containsExactlyInAnyOrderElementsOf(together(servers));
        }
    }

    @Test
    void what_is_added_stays_as_it_is() {
        Drift one = of("WEB1", "Intranet", ON);
        Drift other = of("WEB2", "intranet", OFF);

        new Drift(2).add(one).add(other);

        assertThat(one.sites()).isEmpty();
        assertThat(one.add(other).sites()).extracting(Site::name).containsExactly("Intranet");
    }

    @Test
    void it_is_the_same_after_a_journey() throws Exception {
        Drift drift = of("WEB1", "Intranet", ON).add(of("WEB2", "intranet", OFF));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(drift);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Drift) in.readObject()).sites()).isEqualTo(drift.sites());
        }
    }
}
