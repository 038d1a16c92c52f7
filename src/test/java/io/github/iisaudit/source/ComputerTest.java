package io.github.iisaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config",
                "C",
                "C$",
                "inetsrv",
                "stdin",
                "Downloads",
                "System64",
                "iis-config",
                "snapshot-2026",
                "backup_20260101",
                "C-drive",
                "10.0.0.5",
                "a name",
                "longer-than-15-characters"
            })
    void a_folder_of_a_general_name_tells_no_computer(String folder) {
        Computer computer = Computer.calledAfter(folder);

        assertThat(computer.isKnown()).isFalse();
        assertThat(computer.words()).isEqualTo("the computer account");
        assertThat(computer.isNamed(folder) || computer.isNamed("") || computer.isHost(folder + ".contoso.com"))
                .isFalse();
    }

    @Test
    void a_domain_behind_the_name_is_no_part_of_the_account() {
        assertThat(Computer.calledAfter("web01.contoso.com").account()).isEqualTo("web01$");
    }

    @Test
    void an_account_that_somebody_named_may_be_a_gmsa_and_is_called_no_computer() {
        assertThat(new Computer("CONTOSO\\gmsa-web$").words()).isEqualTo("the server's account CONTOSO\\gmsa-web$");
        assertThat(new Computer("WEB01$").words()).isEqualTo("the computer account WEB01$");
    }

    @Test
    void its_names_are_told_without_the_domain_of_the_account() {
        Computer computer = new Computer("CONTOSO\\WEB01$");

        assertThat(computer.isNamed("web01")).isTrue();
        assertThat(computer.isNamed("CONTOSO")).isFalse();
        assertThat(computer.isHost("WEB01.contoso.com")).isTrue();
        assertThat(computer.isHost("web010.contoso.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WEB01", "CONTOSO\\WEB01", "\\WEB01$", "CONTOSO\\$", "a\\b\\c$", "WEB 01$", "CONTOSO\\WEB$1$"})
    void what_has_no_dollar_at_its_end_is_no_computer_account(String text) {
        assertThat(Computer.isAccount(text)).isFalse();
    }

    @Test
    void what_somebody_named_counts_before_the_folder() {
        Computers named = new Computers("", Map.of("web01", "CONTOSO\\FARM$"));

        assertThat(named.of("WEB01", Computer.calledAfter("WEB01")).account()).isEqualTo("CONTOSO\\FARM$");
        assertThat(named.of("WEB02", Computer.calledAfter("WEB02")).account()).isEqualTo("WEB02$");
    }
}
