package io.github.iisaudit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a directory is, as people type it. */
class DirectoryAddressTest {

    @Test
    void theUsualPortIsThatOfTheScheme() {
        assertThat(DirectoryAddress.of("LDAPS://DC01.contoso.com"))
                .isEqualTo(new DirectoryAddress(true, "DC01.contoso.com", 636, ""))
                .hasToString("ldaps://dc01.contoso.com");
        assertThat(DirectoryAddress.of("ldap://dc01/")).isEqualTo(new DirectoryAddress(false, "dc01", 389, ""));
    }

    @Test
    void aPortAndABaseMayFollow() {
        assertThat(DirectoryAddress.of("ldaps://dc01:3269/OU=Web%20Farm,DC=contoso,DC=com"))
                .isEqualTo(new DirectoryAddress(true, "dc01", 3269, "OU=Web Farm,DC=contoso,DC=com"))
                .hasToString("ldaps://dc01:3269");
        assertThat(DirectoryAddress.of("ldap://[::1]:1389/OU=Dienste für Büro").base())
                .isEqualTo("OU=Dienste für Büro");
        assertThat(DirectoryAddress.of("ldap://[::1]:1389").host()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldaps://",
                "ldaps:///DC=contoso",
                "ldaps://dc01:0",
                "ldaps://dc01:x",
                "ldaps://dc01:99999",
                "ldaps://audit:Pl4nted@dc01",
                "ldaps://dc01/DC=contoso?cn",
                "ldap://[::1"
            })
    void whatIsNoneIsRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> DirectoryAddress.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Pl4nted");
    }

    @Test
    void aFileIsNone() {
        assertThat(DirectoryAddress.isOne("exports/contoso.ldf")).isFalse();
        assertThat(DirectoryAddress.isOne("C:\\ldap.ldf")).isFalse();
        assertThat(DirectoryAddress.isOne("ldapi://%2fvar")).isFalse();
        assertThat(DirectoryAddress.isOne("Ldap://dc01")).isTrue();
    }
}
