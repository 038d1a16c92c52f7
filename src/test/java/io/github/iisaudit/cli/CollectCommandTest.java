package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the script does on a server cannot be tried without one; what it could do at all can be read off it. */
class CollectCommandTest {

    private final PowerShellText script =
            new PowerShellText(Run.of("collect", "--script").out());

    @Test
    void aScriptIsPrintedAndNothingElseIsDone() {
        assertThat(Run.of("collect", "--script").exit()).isZero();
        assertThat(script.script())
                .startsWith("#Requires -Version 5.1\n<#\n.SYNOPSIS\n")
                .endsWith("}\n");
        assertThat(Run.of("collect")).extracting(Run::exit, Run::out).isEqualTo(List.of(ExitCode.USAGE, ""));
    }

    /** PowerShell 5.1 reads a script without a byte order mark in the code page of the machine. */
    @Test
    void theScriptReadsTheSameInEveryCodePage() {
        assertThat(script.script().chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    }

    @Test
    void theScriptIsClosedWhereItIsOpened() {
        assertThat(script.unbalanced()).isEmpty();
        assertThat(script.code()).doesNotContain("'''", "\"\"\"").contains("function Copy-Content");
    }

    @Test
    void theScriptUsesNothingThatIsNewerThanPowerShell51() {
        assertThat(script.code())
                .doesNotContain("&&", "||", "??", "?.", "?[", " ? ", "clean {", "-Parallel", "ForEach-Object -P")
                .doesNotContain("$IsWindows", "$PSStyle", "using ");
    }

    @Test
    void theScriptCallsNothingThatCouldChangeTheServer() {
        assertThat(script.commands())
                .containsExactly(
                        "Copy-Configuration",
                        "Copy-Content",
                        "Copy-Named",
                        "Expand-Path",
                        "ForEach-Object",
                        "Get-PlainPath",
                        "Get-SnapshotPath",
                        "New-Object",
                        "Read-Xml",
                        "Set-StrictMode",
                        "Sort-Object",
                        "Test-Failed",
                        "Test-Path",
                        "Test-Within",
                        "Write-Output",
                        "Write-Problem",
                        "Write-Warning");
        assertThat(script.statics())
                .containsExactly(
                        "Environment::ExpandEnvironmentVariables",
                        "IO.Directory::CreateDirectory",
                        "IO.Directory::Exists",
                        "IO.Directory::GetFiles",
                        "IO.File::Exists",
                        "IO.File::ReadAllBytes",
                        "IO.File::WriteAllBytes",
                        "IO.Path::Combine",
                        "IO.Path::GetDirectoryName",
                        "IO.Path::GetFileName",
                        "IO.Path::GetFullPath",
                        "IO.Path::IsPathRooted");
        assertThat(script.code()).doesNotContain("Invoke-", "iex", "Start-Process", "& ", "| Out-", ">");
    }

    /** Names of files stand in strings only, so this is all that it can ask a folder for. */
    @Test
    void theScriptTakesConfigurationOnly() {
        assertThat(script.script()
                        .lines()
                        .filter(line -> !line.startsWith("#") && line.contains(".config'"))
                        .map(line ->
                                line.replaceAll("[^']*'([^']*)'[^']*", "$1 ").strip())
                        .flatMap(line -> List.of(line.split(" ")).stream())
                        .filter(word -> word.contains("."))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "web.config",
                        "applicationHost.config",
                        "administration.config",
                        "redirection.config",
                        "machine.config");
    }
}
