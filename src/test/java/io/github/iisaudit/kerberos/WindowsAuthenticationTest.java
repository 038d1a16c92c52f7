package io.github.iisaudit.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsAuthenticationTest {

    @Test
    void offers_kerberos_with_negotiate_and_its_packages_in_any_case() {
        assertThat(with("NTLM").offersKerberos()).isFalse();
        assertThat(with("NTLM", "negotiate").offersKerberos()).isTrue();
        assertThat(with("Negotiate:Kerberos").offersKerberos()).isTrue();
        assertThat(with("Negotiate:Kerberos").isPackageInKernel()).isTrue();
        assertThat(with("Negotiate").isPackageInKernel()).isFalse();
    }

    private static WindowsAuthentication with(String... providers) {
        return new WindowsAuthentication(true, true, false, List.of(providers));
    }
}
