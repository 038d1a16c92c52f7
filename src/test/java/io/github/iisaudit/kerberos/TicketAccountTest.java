package io.github.iisaudit.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.source.Computer;
import org.junit.jupiter.api.Test;

class TicketAccountTest {

    private static final Computer WEB01 = new Computer("WEB01$");

    @Test
    void is_local_without_a_domain_or_with_the_computer_as_one() {
        assertThat(user("svc").isLocal(WEB01)).isTrue();
        assertThat(user(".\\svc").isLocal(WEB01)).isTrue();
        assertThat(user("web01\\svc").isLocal(WEB01)).isTrue();
        assertThat(user("CONTOSO\\svc").isLocal(WEB01)).isFalse();
        assertThat(user("svc@contoso.com").isLocal(WEB01)).isFalse();
        assertThat(new TicketAccount("WEB01$", true).isLocal(WEB01)).isFalse();
    }

    @Test
    void says_of_the_computer_that_it_is_one() {
        assertThat(new TicketAccount("WEB01$", true).words()).isEqualTo("the computer account WEB01$");
        assertThat(user("CONTOSO\\svc").words()).isEqualTo("CONTOSO\\svc");
    }

    private static TicketAccount user(String name) {
        return new TicketAccount(name, false);
    }
}
