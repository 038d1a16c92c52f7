package io.github.iisaudit.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsAuthenticationTest {

    private static final WindowsAuthentication ON = new WindowsAuthentication(true, false, true, List.of("NTLM"));

    @Test
    void answers_for_its_own_attributes_only() {
        assertThat(ON.value("enabled")).isTrue();
        assertThat(ON.value("useKernelMode")).isFalse();
        assertThat(ON.value("useAppPoolCredentials")).isTrue();
        assertThatThrownBy(() -> ON.value("authPersistNonNTLM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authPersistNonNTLM");
    }

    @Test
    void offers_kerberos_with_negotiate_and_its_packages_in_any_case() {
        assertThat(ON.offersKerberos()).isFalse();
        assertThat(with("NTLM", "negotiate").offersKerberos()).isTrue();
        assertThat(with("Negotiate:Kerberos").offersKerberos()).isTrue();
        assertThat(with("Negotiate:Kerberos").isPackageInKernel()).isTrue();
        assertThat(with("Negotiate").isPackageInKernel()).isFalse();
    }

    private static WindowsAuthentication with(String... providers) {
        return new WindowsAuthentication(true, true, false, List.of(providers));
    }
}
