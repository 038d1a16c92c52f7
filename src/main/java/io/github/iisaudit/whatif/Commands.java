package io.github.iisaudit.whatif;

import io.github.iisaudit.whatif.Command.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The commands that make a change. With {@code /commit:apphost} and {@code -Location} they write
 * applicationHost.config, which works whether the section is locked or not.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/">windowsAuthentication</a>
 */
final class Commands {

    private Commands() {}

    /** Attributes of the section at a path; empty for the whole server. */
    static List<Command> set(String path, Map<String, Boolean> attributes) {
        List<String> appcmd = new ArrayList<>();
        appcmd.add(path.isEmpty() ? "appcmd set config" : "appcmd set config " + quoted(path));
        appcmd.add("-section:" + Change.SECTION);
        attributes.forEach((name, value) -> appcmd.add("/" + name + ":\"" + (value ? "True" : "False") + "\""));
        appcmd.add("/commit:apphost");
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(Shell.APPCMD, appcmd));
        attributes.forEach((name, value) -> commands.add(new Command(Shell.POWERSHELL, powershell(path, name, value))));
        return commands;
    }

    private static List<String> powershell(String path, String name, boolean value) {
        List<String> words = new ArrayList<>();
        words.add("Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST'");
        if (!path.isEmpty()) {
            words.add("-Location " + single(path));
        }
        words.add("-Filter '" + Change.SECTION + "'");
        words.add("-Name " + name + " -Value $" + value);
        return words;
    }

    /** The identity of a pool. A password is never known here; managed accounts have none. */
    static List<Command> set(String pool, PoolIdentity identity) {
        List<String> appcmd = new ArrayList<>(List.of("appcmd set apppool " + quoted(pool)));
        List<Command> commands = new ArrayList<>();
        identity.attributes().forEach((name, value) -> {
            String shown = name.equals("identityType") ? value : quoted(value);
            appcmd.add("/processModel." + name + ":" + shown);
            commands.add(property(pool, name, single(value)));
        });
        if (identity.type().equals(PoolIdentity.SPECIFIC_USER) && !identity.isManaged()) {
            appcmd.add("/processModel.password:\"PASSWORD\"");
            commands.add(property(pool, "password", "'PASSWORD'"));
        }
        commands.add(0, new Command(Shell.APPCMD, appcmd));
        return commands;
    }

    private static Command property(String pool, String name, String value) {
        return new Command(
                Shell.POWERSHELL,
                List.of(
                        "Set-ItemProperty " + single("IIS:\\AppPools\\" + pool),
                        "-Name processModel." + name,
                        "-Value " + value));
    }

    /** What puts it into force. */
    static List<Command> restart(Restart restart, List<String> pools) {
        List<Command> commands = new ArrayList<>();
        if (restart == Restart.W3SVC) {
            commands.add(new Command(Shell.APPCMD, List.of("net stop w3svc && net start w3svc")));
            commands.add(new Command(Shell.POWERSHELL, List.of("Restart-Service W3SVC")));
        } else if (restart == Restart.POOL) {
            for (String pool : pools) {
                commands.add(new Command(Shell.APPCMD, List.of("appcmd recycle apppool " + quoted(pool))));
                commands.add(new Command(Shell.POWERSHELL, List.of("Restart-WebAppPool -Name " + single(pool))));
            }
        }
        return commands;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
