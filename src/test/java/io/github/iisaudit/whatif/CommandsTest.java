package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.HostileNames;
import io.github.iisaudit.whatif.Command.Shell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final String APPCMD = "\"[^\"%!\\p{Cntrl}]+\"";
    private static final String POWERSHELL =
            "'([^'\u2018-\u201B\\p{Cntrl}]|''|\u2018\u2018|\u2019\u2019|\u201A\u201A|\u201B\u201B)+'";

    private static void areSafe(List<Command> commands) {
        for (Command command : commands) {
            String word = command.shell() == Shell.APPCMD ? APPCMD : POWERSHELL;
            for (String each : command.words()) {
                assertThat(each).matches("(?s)([A-Za-z0-9./:$ -]|" + word + ")+");
            }
        }
    }

    @Test
    void aNameIsOneWordOfItsShellOrTheCommandIsLeftOut() throws InvalidChangeException {
        for (String name : HostileNames.ALL) {
            areSafe(Commands.set(name, Map.of("useKernelMode", false)));
            areSafe(Commands.set(name, PoolIdentity.parse("NetworkService")));
            areSafe(Commands.set("pool", PoolIdentity.parse("SpecificUser:" + name)));
            areSafe(Commands.restart(Restart.POOL, List.of(name)));
        }
    }

    @Test
    void whatOneShellCannotSayAnotherCan() {
        List<Command> commands = Commands.set("%PATH%", Map.of("useKernelMode", false));

        assertThat(commands).extracting(Command::shell).containsExactly(Shell.POWERSHELL);
        assertThat(commands.get(0).toString()).contains("-Location '%PATH%'");
    }

    @Test
    void aPoolDoesNotLeadElsewhere() throws InvalidChangeException {
        for (String pool : List.of("..\\Sites\\a", "../a", "*", "a[1]")) {
            assertThat(Commands.set(pool, PoolIdentity.parse("NetworkService")))
                    .as(pool)
                    .noneMatch(c -> c.shell() == Shell.POWERSHELL);
        }
    }

    @Test
    void onlyHostNamesStandInCommands() {
        assertThat(Spns.isCommandSafe("HTTP/web01.contoso.com")).isTrue();
        assertThat(Spns.isCommandSafe("HTTP/a_b-c.d")).isTrue();
        for (String host : List.of("a&calc", "a b", "$(calc)", "-x", "a\"b", "a;b", "a\nb", "\u00E4")) {
            assertThat(Spns.isCommandSafe("HTTP/" + host)).as(host).isFalse();
        }
    }
}
