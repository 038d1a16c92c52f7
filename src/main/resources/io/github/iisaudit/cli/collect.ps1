#Requires -Version 5.1
<#
.SYNOPSIS
Copies the configuration of this IIS server, as iisaudit reads it, into one folder.

.DESCRIPTION
Copied are applicationHost.config, administration.config and redirection.config with the schema beside them; the
first two of the folder that redirection.config names; machine.config and web.config of the .NET Framework; and the
web.config files at and below the physical path of each virtual directory. Nothing else is read or copied, nothing of
the server is changed, and nothing is written but the folder. It is run as an administrator, since only those may read
applicationHost.config. What is copied may hold passwords: keep the folder as you keep these files.

.PARAMETER Destination
The folder, which must not exist yet; by default one that is called after this computer, here. iisaudit takes its name
for that of the server.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File collect.ps1
iisaudit scan WEB01
#>
[CmdletBinding()]
param(
    [string] $Destination = $env:COMPUTERNAME
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Destination = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
if (Test-Path -LiteralPath $Destination) {
    throw "$Destination is there already; name another folder"
}

if (-not [IO.Path]::IsPathRooted($Destination)) {
    throw "$Destination is no folder on a disk: change to a drive first, or name one with -Destination"
}

$isWow = [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
$script:copied = 0
$script:problems = 0
$seen = New-Object 'System.Collections.Generic.HashSet[string]' ([StringComparer]::OrdinalIgnoreCase)
$failed = New-Object 'System.Collections.Generic.List[string]'

function Write-Problem([string] $Text) {
    $script:problems++
    Write-Warning $Text
}

# The one spelling of a path on a drive or a share, without .. and with single backslashes; nothing for any other path.
function Get-PlainPath([string] $Path) {
    if ($Path -match '^([A-Za-z]:\\|\\\\[^\\?.])') {
        try {
            return [IO.Path]::GetFullPath($Path)
        } catch {
            return $null
        }
    }
    return $null
}

# C:\inetpub\wwwroot is kept as C\inetpub\wwwroot, \\nas\web as UNC\nas\web; nothing for any other path.
function Get-SnapshotPath([string] $Path) {
    $plain = Get-PlainPath $Path
    if ($plain -match '^([A-Za-z]):\\(.*)$') {
        return [IO.Path]::Combine($Destination, $Matches[1].ToUpperInvariant(), $Matches[2])
    }
    if ($plain -match '^\\\\([^\\]+\\.+)$') {
        return [IO.Path]::Combine($Destination, 'UNC', $Matches[1])
    }
    return $null
}

# In a 32-bit process %ProgramFiles% is another folder than in IIS.
function Expand-Path([string] $Path) {
    $named = $Path
    if ($isWow) {
        $named = $named -replace '%ProgramFiles%', '%ProgramW6432%' -replace '%CommonProgramFiles%', '%CommonProgramW6432%'
    }
    return [Environment]::ExpandEnvironmentVariables($named).Replace('/', '\')
}

# Whether a folder is the other one or lies in it.
function Test-Within([string] $Folder, [string] $Above) {
    return ($Folder.TrimEnd('\') + '\').StartsWith($Above.TrimEnd('\') + '\', [StringComparison]::OrdinalIgnoreCase)
}

# What is read whole is written; a file that cannot be read leaves no folder that looks as if there were none in it.
function Copy-Configuration([string] $Source, [string] $Target) {
    $bytes = [IO.File]::ReadAllBytes($Source)
    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Target))
    [IO.File]::WriteAllBytes($Target, $bytes)
    $script:copied++
}

function Copy-Named([string] $Folder, [string[]] $Names, [string] $TargetFolder) {
    foreach ($name in $Names) {
        $source = [IO.Path]::Combine($Folder, $name)
        if ([IO.File]::Exists($source)) {
            try {
                Copy-Configuration $source ([IO.Path]::Combine($TargetFolder, $name))
            } catch {
                Write-Problem "not collected: $source ($($_.Exception.Message))"
            }
        }
    }
}

# The web.config files at and below a folder, and the folder itself, so that it is known to hold no others. Links are not followed; where one cannot be read, nothing below it is taken either.
function Copy-Content([string] $Root) {
    $pending = New-Object 'System.Collections.Generic.Stack[string]'
    $pending.Push($Root)
    while ($pending.Count -gt 0) {
        $folder = $pending.Pop()
        if (-not $seen.Add($folder.TrimEnd('\')) -or (Test-Within $folder $Destination)) {
            continue
        }
        try {
            foreach ($file in [IO.Directory]::GetFiles($folder, 'web.config')) {
                Copy-Configuration $file (Get-SnapshotPath $file)
            }
            foreach ($child in (New-Object IO.DirectoryInfo $folder).GetDirectories()) {
                if (-not ($child.Attributes -band [IO.FileAttributes]::ReparsePoint)) {
                    $pending.Push($child.FullName)
                }
            }
        } catch {
            $failed.Add($folder)
            Write-Problem "not collected: $folder ($($_.Exception.Message))"
        }
    }
    if (-not (Test-Failed $Root)) {
        try {
            [void] [IO.Directory]::CreateDirectory((Get-SnapshotPath $Root))
        } catch {
            Write-Problem "not collected: $Root ($($_.Exception.Message))"
        }
    }
}

# What is kept below a folder that could not be read would make it look as if it had been read.
function Test-Failed([string] $Folder) {
    foreach ($above in $failed) {
        if (Test-Within $Folder $above) {
            return $true
        }
    }
    return $false
}

function Read-Xml([string] $File) {
    $document = New-Object Xml.XmlDocument
    $document.XmlResolver = $null
    $document.Load($File)
    return $document
}

# A 32-bit process is shown another folder in the place of System32.
$system32 = 'System32'
if ($isWow) {
    $system32 = 'Sysnative'
}
$config = [IO.Path]::Combine($env:windir, $system32, 'inetsrv', 'config')
$windows = [IO.Path]::Combine($Destination, $env:SystemDrive.Substring(0, 1).ToUpperInvariant(), 'Windows')
$kept = [IO.Path]::Combine($windows, 'System32', 'inetsrv', 'config')
$hostFile = [IO.Path]::Combine($config, 'applicationHost.config')
if (-not (Test-Path -LiteralPath $hostFile)) {
    throw "there is no $hostFile that this user may see: is IIS installed, and is this run as an administrator?"
}
Copy-Configuration $hostFile ([IO.Path]::Combine($kept, 'applicationHost.config'))
Copy-Named $config @('administration.config', 'redirection.config') $kept

$schema = [IO.Path]::Combine($config, 'schema')
if ([IO.Directory]::Exists($schema)) {
    $names = @([IO.Directory]::GetFiles($schema, '*.xml') | ForEach-Object { [IO.Path]::GetFileName($_) })
    Copy-Named $schema $names ([IO.Path]::Combine($kept, 'schema'))
}

foreach ($framework in @('Framework', 'Framework64')) {
    foreach ($version in @('v2.0.50727', 'v4.0.30319')) {
        $folder = [IO.Path]::Combine($env:windir, 'Microsoft.NET', $framework, $version, 'Config')
        $target = [IO.Path]::Combine($windows, 'Microsoft.NET', $framework, $version, 'Config')
        Copy-Named $folder @('machine.config', 'web.config') $target
    }
}

# Shared configuration: IIS reads applicationHost.config of another folder.
$redirectionFile = [IO.Path]::Combine($config, 'redirection.config')
if ([IO.File]::Exists($redirectionFile)) {
    $redirection = (Read-Xml $redirectionFile).SelectSingleNode("/*/*[local-name()='configurationRedirection']")
    if ($null -ne $redirection -and $redirection.GetAttribute('enabled') -eq 'true') {
        $shared = (Expand-Path $redirection.GetAttribute('path')).TrimEnd('\')
        $target = Get-SnapshotPath $shared
        $sharedHost = [IO.Path]::Combine($shared, 'applicationHost.config')
        if ($null -eq $target -or -not [IO.File]::Exists($sharedHost)) {
            Write-Problem "not collected: $sharedHost, which redirection.config makes the configuration in use"
        } else {
            Copy-Named $shared @('applicationHost.config', 'administration.config') $target
            $hostFile = $sharedHost
        }
    }
}

$directories = "//*[local-name()='system.applicationHost']/*[local-name()='sites']//*[local-name()='virtualDirectory']"
$paths = (Read-Xml $hostFile).SelectNodes("$directories/@physicalPath")
$folders = @(foreach ($path in $paths) {
    $written = Expand-Path $path.Value
    $folder = Get-PlainPath $written
    if ($null -ne $folder -and $folder.Length -gt 3) {
        $folder = $folder.TrimEnd('\')
    }
    if ($null -eq $folder) {
        Write-Problem "not collected: $written, which is no path on a drive or a share"
    } elseif (-not [IO.Directory]::Exists($folder)) {
        Write-Problem "not collected: $folder, which is not there or may not be seen"
    } else {
        $folder
    }
})
foreach ($folder in @($folders | Sort-Object { $_.Length })) {
    if (Test-Failed $folder) {
        Write-Problem "not collected: $folder, as a folder above it could not be read"
    } else {
        Copy-Content $folder
    }
}

Write-Output "$script:copied files copied to $Destination"
if ($script:problems -gt 0) {
    Write-Output "$script:problems not collected, named above: iisaudit says where that leaves an answer open"
    exit 1
}
