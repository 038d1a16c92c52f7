package io.github.iisaudit.report;

import java.util.Locale;

/**
 * Files that roll out the first cure of KB 2749007 to users: their clients no longer send credentials before they are asked. Each says
 * how it is taken back.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-authentication-authorization/401-error-preauthentication-header">KB
 *     2749007</a>
 */
public enum ClientFix {
    REG("""
            Windows Registry Editor Version 5.00

            ; KB 2749007: WinINet (Internet Explorer, IE mode of Edge, programs built on it) no longer sends NTLM or
            ; Negotiate credentials before the server asks. For the user who imports it: reg import FILE
            ; Browsers take it over when they are started again.

            [HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]
            "DisableNTLMPreAuth"=dword:00000001

            ; The way back is this line in the place of the one above:
            ; "DisableNTLMPreAuth"=-
            """.replace("\n", "\r\n")),

    GPP("""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- KB 2749007: WinINet (Internet Explorer, IE mode of Edge, programs built on it) no longer sends NTLM or Negotiate
                 credentials before the server asks. Paste the item into User Configuration, Preferences, Windows Settings,
                 Registry; or take the file for User\\Preferences\\Registry\\Registry.xml of a policy that has none. removePolicy
                 is the way back: where the policy no longer applies, the value is deleted. At once: action="D". -->
            <RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">
              <Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="DisableNTLMPreAuth" status="DisableNTLMPreAuth" image="10" uid="{2D7C4C0E-6C0B-4B0C-9C39-7B1F27490070}" userContext="1" removePolicy="1">
                <Properties action="R" displayDecimal="0" default="0" hive="HKEY_CURRENT_USER" key="Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" name="DisableNTLMPreAuth" type="REG_DWORD" value="00000001"/>
              </Registry>
            </RegistrySettings>
            """),

    POWERSHELL("""
            # KB 2749007: WinINet (Internet Explorer, IE mode of Edge, programs built on it) no longer sends NTLM or Negotiate
            # credentials before the server asks. For the user who runs it, as a logon script for instance.
            # The way back: run it with -Undo.
            param([switch]$Undo)
            $ErrorActionPreference = 'Stop'
            $key = 'HKCU:\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings'
            $name = 'DisableNTLMPreAuth'
            $now = (Get-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue).$name
            if ($Undo) {
                if ($null -ne $now) { Remove-ItemProperty -Path $key -Name $name }
            } elseif ($now -ne 1) {
                New-ItemProperty -Path $key -Name $name -PropertyType DWord -Value 1 -Force | Out-Null
            }
            """);

    private final String text;

    ClientFix(String text) {
        this.text = text;
    }

    /** The name on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole file. */
    public String text() {
        return text;
    }
}
