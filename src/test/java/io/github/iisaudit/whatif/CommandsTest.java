package io.github.iisaudit.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.iisaudit.rule.HostileNames;
import io.github.iisaudit.whatif.Command.Shell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            areSafe(SettingCommands.of(name, Map.of(Settable.KERNEL_MODE, "false")));
            areSafe(Commands.set(name, PoolIdentity.parse("NetworkService")));
            areSafe(Commands.set("pool", PoolIdentity.parse("SpecificUser:" + name)));
            areSafe(Commands.restart(Restart.POOL, List.of(name)));
        }
    }

    @Test
    void whatOneShellCannotSayAnotherCan() {
        List<Command> commands = SettingCommands.of("%PATH%", Map.of(Settable.KERNEL_MODE, "false"));

        assertThat(commands).extracting(Command::shell).containsExactly(Shell.POWERSHELL);
        assertThat(commands.get(0).toString()).contains("-Location '%PATH%'");
    }

    @Test
    void aListIsClearedBeforeItIsWritten() throws InvalidChangeException {
        List<Command> commands = SettingCommands.of(
                "S/a",
                Change.parse(List.of("providers=Negotiate,ntlm"), Optional.empty())
                        .values());

        String section = "-section:system.webServer/security/authentication/windowsAuthentication";
        assertThat(said(commands, Shell.APPCMD))
                .containsExactly(
                        "appcmd set config \"S/a\" " + section + " /~providers /commit:apphost",
                        "appcmd set config \"S/a\" " + section + " /+\"providers.[value='Negotiate']\" /commit:apphost",
                        "appcmd set config \"S/a\" " + section + " /+\"providers.[value='NTLM']\" /commit:apphost");
        assertThat(said(commands, Shell.POWERSHELL))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Clear-WebConfiguration -PSPath 'MACHINE/WEBROOT/APPHOST' -Location 'S/a'")
                .endsWith("windowsAuthentication/providers'");
    }

    @Test
    void eachSectionHasACommandOfItsOwn() throws InvalidChangeException {
        List<String> settings = List.of("tokenChecking=allow", "anonymous=false", "flags=ProxyCohosting,Proxy");
        List<Command> commands =
                SettingCommands.of("", Change.parse(settings, Optional.empty()).values());

        String group = "-section:system.webServer/security/authentication/";
        assertThat(said(commands, Shell.APPCMD))
                .containsExactly(
                        "appcmd set config " + group + "windowsAuthentication"
                                + " /extendedProtection.tokenChecking:\"Allow\""
                                + " /extendedProtection.flags:\"Proxy,ProxyCohosting\" /commit:apphost",
                        "appcmd set config " + group + "anonymousAuthentication /enabled:\"False\" /commit:apphost");
        assertThat(said(commands, Shell.POWERSHELL))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("windowsAuthentication/extendedProtection' -Name tokenChecking -Value 'Allow'");
    }

    private static List<String> said(List<Command> commands, Shell shell) {
        return commands.stream()
                .filter(command -> command.shell() == shell)
                .map(Command::toString)
                .toList();
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
