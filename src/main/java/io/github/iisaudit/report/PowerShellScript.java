package io.github.iisaudit.report;

import io.github.iisaudit.fix.Deed;
import io.github.iisaudit.fix.Deed.OrderProviders;
import io.github.iisaudit.fix.Deed.RemoveLocation;
import io.github.iisaudit.fix.Deed.SetAttributes;
import io.github.iisaudit.xml.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script of Windows PowerShell with the module WebAdministration.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/webadministration/">WebAdministration</a>
 */
final class PowerShellScript implements ScriptLanguage {

    private static final String HEAD = """
            #Requires -RunAsAdministrator
            # made by iisaudit fix; run it on the server itself
            $ErrorActionPreference = 'Stop'
            Import-Module WebAdministration
            $server = 'MACHINE/WEBROOT/APPHOST'
            $windowsAuthentication = 'system.webServer/security/authentication/windowsAuthentication'
            $backup = 'iisaudit-' + (Get-Date -Format 'yyyyMMdd-HHmmss')
            $script:isSaved = $false

            function Save-Once {
                if (-not $script:isSaved) {
                    & "$env:windir\\system32\\inetsrv\\appcmd.exe" add backup $backup
                    if ($LASTEXITCODE -ne 0) { throw 'No backup could be made: nothing is written.' }
                    $script:isSaved = $true
                }
            }

            function Get-Place([string]$Path, [string]$Filter) {
                $at = @{ PSPath = $server; Filter = $Filter }
                if ($Path -ne '') { $at.Location = $Path }
                return $at
            }

            function Set-Flag([string]$Path, [string]$Section, [string]$Name, [bool]$Old, [bool]$New) {
                $at = Get-Place $Path $Section
                $now = Get-WebConfigurationProperty @at -Name $Name
                if ($null -ne $now.Value) { $now = $now.Value }
                if ($now -ne $Old) { Write-Output "Nothing written: $Name is $now at '$Path'."; return }
                Save-Once
                Set-WebConfigurationProperty @at -Name $Name -Value $New
                Write-Output "$Name is $New at '$Path'. The way back: the same with $Old."
            }

            function Remove-StaleLocation([string]$Path) {
                $site = ($Path -split '/')[0]
                $tags = @(Get-WebConfigurationLocation -PSPath $server | Where-Object { $_.Name -eq $Path })
                $sites = @(Get-Website | Where-Object { $_.Name -eq $site })
                if ($tags.Count -eq 0) { Write-Output "Nothing written: there is no location tag '$Path'."; return }
                if ($sites.Count -gt 0) { Write-Output "Nothing written: there is a site '$site' now."; return }
                Save-Once
                Remove-WebConfigurationLocation -PSPath $server -Name $Path
                Write-Output "The location tag '$Path' is gone. The way back is the backup."
            }

            function Set-Providers([string]$Path, [string[]]$Old, [string[]]$New) {
                $at = Get-Place $Path "$windowsAuthentication/providers"
                $now = @((Get-WebConfigurationProperty @at -Name '.').Collection | ForEach-Object { $_.value })
                if (($now -join "`n") -ne ($Old -join "`n")) {
                    Write-Output "Nothing written: the providers are $($now -join ', ') at '$Path'."
                    return
                }
                Save-Once
                Clear-WebConfiguration @at
                foreach ($name in $New) { Add-WebConfigurationProperty @at -Name '.' -Value @{ value = $name } }
                Write-Output "The providers are $($New -join ', ') at '$Path', and were $($Old -join ', ')."
            }
            """;

    private String guard = "";

    @Override
    public String comment() {
        return "# ";
    }

    @Override
    public List<String> head() {
        return HEAD.lines().toList();
    }

    @Override
    public Optional<List<String>> on(String server) {
        Optional<String> word = Quoting.POWERSHELL.word(server);
        guard = word.map(name -> "if ($env:COMPUTERNAME -eq " + name + ") ").orElse("");
        return word.map(name -> List.of());
    }

    @Override
    public Optional<List<String>> lines(Deed deed) {
        Optional<String> path = deed.path().isEmpty() ? Optional.of("''") : Quoting.POWERSHELL.word(deed.path());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (deed instanceof SetAttributes set) {
            List<String> lines = new ArrayList<>();
            set.values()
                    .forEach((name, value) -> lines.add("Set-Flag " + path.get() + " '" + set.section() + "' '" + name
                            + "' $" + !value + " $" + value));
            return guarded(Optional.of(lines));
        }
        if (deed instanceof RemoveLocation) {
            return guarded(Optional.of(List.of("Remove-StaleLocation " + path.get())));
        }
        OrderProviders order = (OrderProviders) deed;
        Optional<String> before = list(order.before());
        Optional<String> after = list(order.after());
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : guarded(Optional.of(List.of("Set-Providers " + path.get() + " " + before.get() + " " + after.get())));
    }

    private Optional<List<String>> guarded(Optional<List<String>> lines) {
        return lines.map(all -> all.stream()
                .map(line -> guard.isEmpty() ? line : guard + "{ " + line + " }")
                .toList());
    }

    private static Optional<String> list(List<String> values) {
        List<String> words = new ArrayList<>();
        for (String value : values) {
            Optional<String> word = Quoting.POWERSHELL.word(value);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        return Optional.of("@(" + String.join(", ", words) + ")");
    }

    @Override
    public List<String> tail() {
        return List.of(
                "",
                "if ($script:isSaved) {",
                "    Write-Output \"All of it back: Restore-WebConfiguration -Name $backup\"",
                "    Write-Output 'Then, and after a change of kernel mode: Restart-Service W3SVC'",
                "}");
    }
}
