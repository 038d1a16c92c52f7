package io.github.iisaudit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.config.Site;
import io.github.iisaudit.config.Site.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitesTest {

    private static final Sites SITES = new Sites(
            List.of(
                    site("Exact", "1", new Address("http", "*", "80", "hr.contoso.test")),
                    site("Wild", "2", new Address("http", "*", "80", "*.Contoso.test")),
                    site("Any", "3", new Address("http", "*", "80", "")),
                    site("Own", "4", new Address("http", "10.0.0.1", "8080", ""))),
            "");

    private static SitePlaces site(String name, String id, Address... addresses) {
        return new SitePlaces("WEB01", new Site(name, id, List.of(addresses)));
    }

    private static String at(String host, String port, String ip) {
        SitePlaces site = SITES.at(new Sites.Target(List.of(), host, port, ip)).site();
        return site == null ? "" : site.site().name();
    }

    @Test
    void the_name_that_fits_best_tells_the_site() {
        assertThat(at("HR.contoso.test", "80", "")).isEqualTo("Exact");
        assertThat(at("other.contoso.test", "80", "")).isEqualTo("Wild");
        assertThat(at("contoso.test", "80", "")).isEqualTo("Any");
        assertThat(at("x", "8080", "10.0.0.1")).isEqualTo("Own");
        assertThat(at("x", "8080", "10.0.0.2")).isEmpty();
        assertThat(at("", "8080", "")).isEqualTo("Own");
        assertThat(at("", "80", "")).isEmpty();
    }

    @Test
    void a_number_or_a_name_tells_the_site() {
        assertThat(SITES.named("W3SVC2", List.of()).site()).isNotNull();
        assertThat(SITES.named("own", List.of()).site()).isNotNull();
        assertThat(SITES.named("W3SVC9", List.of()).site()).isNull();
    }
}
