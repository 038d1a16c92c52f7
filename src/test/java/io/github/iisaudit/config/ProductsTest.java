package io.github.iisaudit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTest {

    private static final Products PRODUCTS = Products.builtIn();

    static Stream<Product> products() {
        return PRODUCTS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("products")
    void each_has_a_page_and_sources_and_says_what_to_do(Product product) {
        assertThat(product.page()).startsWith("https://").doesNotContain(" ");
        assertThat(product.sources()).isNotEmpty().allMatch(source -> source.matches("https?://\\S+ .+"));
        assertThat(product.remedy()).contains(product.name(), product.setting(), product.page());
    }

    @ParameterizedTest
    @MethodSource("products")
    void each_is_recognised_by_all_its_names_in_any_case(Product product) {
        for (String pool : product.pools()) {
            assertThat(PRODUCTS.owner("Site/app", pool.toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(product);
        }
        for (String site : product.sites()) {
            String name = site.replace("#", "8080");
            assertThat(PRODUCTS.owner(name, "p")).isEqualTo(product);
            assertThat(PRODUCTS.owner(name + "/folder", "p")).isEqualTo(product);
        }
        for (String path : product.paths()) {
            String name = "Default Web Site/" + path.replace("*", "CA 1");
            assertThat(PRODUCTS.owner(name, "DefaultAppPool")).isEqualTo(product);
            assertThat(PRODUCTS.owner(name.toLowerCase(java.util.Locale.ROOT) + "/en-us", "DefaultAppPool"))
                    .isEqualTo(product);
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void none_is_recognised_by_names_that_are_only_like_its_own(Product product) {
        for (String pool : product.pools()) {
            assertThat(owner("Site/app", pool + "2")).isNull();
            assertThat(owner("Site/app", "My " + pool)).isNull();
        }
        for (String site : product.sites()) {
            assertThat(owner(site.replace("#", "eighty") + " copy", "p")).isNull();
            assertThat(owner("My " + site.replace("#", "80"), "p")).isNull();
            assertThat(owner("Portal/" + site, "p")).isNull();
        }
        for (String path : product.paths()) {
            assertThat(owner("Site/" + path + "-old", "p")).isNull();
            assertThat(owner("Site/archive/" + path.replace("*", "CA"), "p")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Site,MSExchangeLikeAppPool",
        "Site,MSExchange",
        "Exchange,DefaultAppPool",
        "Exchange Back End 2,DefaultAppPool",
        "SharePoint - intranet,DefaultAppPool",
        "SharePoint - ,DefaultAppPool",
        "Site/_CES_Kerberos,DefaultAppPool",
        "certsrv,DefaultAppPool",
        "Site/RDWebshop,DefaultAppPool",
        "'',''"
    })
    void near_misses_are_nobodys(String path, String pool) {
        assertThat(owner(path, pool)).isNull();
    }

    @Test
    void what_its_setup_leaves_to_others_keeps_the_remedy_of_the_rule() {
        Product enrolment = owner("Default Web Site/CertSrv", "DefaultAppPool");

        assertThat(enrolment).isNotNull();
        assertThat(enrolment.leaves("tls-required-without-https")).isTrue();
        assertThat(enrolment.leaves("relay-over-http")).isFalse();
    }

    @Test
    void an_entry_is_a_block_of_lines_and_semicolons_begin_comments() {
        Products products = Products.read(
                "; about\n\nproduct A\nsetting s\npage https://a\npool P\nsource https://a x\n\n\n; none\n");

        assertThat(products.all())
                .extracting(Product::name, Product::pools)
                .containsExactly(org.assertj.core.api.Assertions.tuple("A", java.util.List.of("P")));
    }

    private static @Nullable Product owner(String path, String pool) {
        return PRODUCTS.owner(path, pool);
    }
}
