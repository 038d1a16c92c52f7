package io.github.iisaudit.whatif;

import io.github.iisaudit.kerberos.WindowsAuthentication;
import io.github.iisaudit.whatif.Command.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The commands that make a change. With {@code /commit:apphost} and {@code -Location} they write
 * applicationHost.config, which works whether the section is locked or not. A command is left out where a name in it cannot be
 * quoted for its shell.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication/">windowsAuthentication</a>
 */
final class Commands {

    private Commands() {}

    /** Attributes of the section at a path; empty for the whole server. */
    static List<Command> set(String path, Map<String, Boolean> attributes) {
        Offer appcmd = new Offer(Shell.APPCMD);
        if (path.isEmpty()) {
            appcmd.say("appcmd set config");
        } else {
            appcmd.say("appcmd set config ", path);
        }
        appcmd.say("-section:" + WindowsAuthentication.SECTION);
        attributes.forEach((name, value) -> appcmd.say("/" + name + ":\"" + (value ? "True" : "False") + "\""));
        List<Command> commands = new ArrayList<>();
        appcmd.say("/commit:apphost").addTo(commands);
        attributes.forEach((name, value) -> powershell(path, name, value).addTo(commands));
        return commands;
    }

    private static Offer powershell(String path, String name, boolean value) {
        Offer offer = new Offer(Shell.POWERSHELL);
        offer.say("Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST'");
        if (!path.isEmpty()) {
            offer.say("-Location ", path);
        }
        return offer.say("-Filter '" + WindowsAuthentication.SECTION + "'").say("-Name " + name + " -Value $" + value);
    }

    /** The identity of a pool. A password is never known here; managed accounts have none. */
    static List<Command> set(String pool, PoolIdentity identity) {
        boolean wantsPassword = identity.type().equals(PoolIdentity.SPECIFIC_USER) && !identity.isManaged();
        Offer appcmd = new Offer(Shell.APPCMD).say("appcmd set apppool ", pool);
        identity.attributes().forEach((name, value) -> {
            if (name.equals("identityType")) {
                appcmd.say("/processModel." + name + ":" + value);
            } else {
                appcmd.say("/processModel." + name + ":", value);
            }
        });
        if (wantsPassword) {
            appcmd.say("/processModel.password:\"PASSWORD\"");
        }
        List<Command> commands = new ArrayList<>();
        appcmd.addTo(commands);
        identity.attributes()
                .forEach((name, value) -> property(pool, name, value).addTo(commands));
        if (wantsPassword) {
            property(pool, "password", "PASSWORD").addTo(commands);
        }
        return commands;
    }

    private static Offer property(String pool, String name, String value) {
        return new Offer(Shell.POWERSHELL)
                .sayPath("Set-ItemProperty ", "IIS:\\AppPools\\", pool)
                .say("-Name processModel." + name)
                .say("-Value ", value);
    }

    /** What puts it into force. */
    static List<Command> restart(Restart restart, List<String> pools) {
        List<Command> commands = new ArrayList<>();
        if (restart == Restart.W3SVC) {
            commands.add(new Command(Shell.APPCMD, List.of("net stop w3svc && net start w3svc")));
            commands.add(new Command(Shell.POWERSHELL, List.of("Restart-Service W3SVC")));
        } else if (restart == Restart.POOL) {
            for (String pool : pools) {
                new Offer(Shell.APPCMD).say("appcmd recycle apppool ", pool).addTo(commands);
                new Offer(Shell.POWERSHELL)
                        .say("Restart-WebAppPool -Name ", pool)
                        .addTo(commands);
            }
        }
        return commands;
    }
}
