package io.github.iisaudit.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script by which PowerShell completes the commands. Where it knows no words, PowerShell completes file names. */
final class PowerShellCompletion {

    /** The tables are filled by command: its words, and by option: the words after it. */
    private static final String START = """
            # Completion of iisaudit for PowerShell 5.1 and later, as "iisaudit completion powershell" writes it.
            Register-ArgumentCompleter -Native -CommandName 'iisaudit', 'iisaudit.cmd' -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $operands = @{}
                $options = @{}
                $values = @{}
            """;

    private static final String END = """
                $command = ''
                $last = ''
                foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $last = $element.Extent.Text
                    $next = "$command $last".Trim()
                    if ($options.ContainsKey($next)) { $command = $next }
                }
                if ($wordToComplete -match '^(-[^=]*)=') {
                    $option = $Matches[1]
                    $words = @($values["$command $option".Trim()] | Where-Object { $_ } | ForEach-Object { "$option=$_" })
                } elseif ($last.StartsWith('-') -and $values.ContainsKey("$command $last".Trim())) {
                    $words = $values["$command $last".Trim()]
                } elseif ($wordToComplete.StartsWith('-')) {
                    $words = $options[$command]
                } else {
                    $words = $operands[$command]
                }
                foreach ($word in $words) {
                    if ($word.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase)) {
                        New-Object System.Management.Automation.CompletionResult $word, $word, 'ParameterValue', $word
                    }
                }
            }
            """;

    private final StringBuilder script = new StringBuilder(START);
    private final Words words;

    private PowerShellCompletion(Words words) {
        this.words = words;
    }

    static String script(CommandSpec root, Words words) {
        PowerShellCompletion completion = new PowerShellCompletion(words);
        completion.command(root, "");
        return completion.script.append(END).toString();
    }

    private void command(CommandSpec command, String path) {
        List<CommandSpec> commands = Words.commands(command);
        Stream<String> values = command.positionalParameters().stream().flatMap(this::values);
        entry("operands", path, Stream.concat(commands.stream().map(CommandSpec::name), values));
        List<OptionSpec> options = Words.options(command);
        entry("options", path, options.stream().flatMap(o -> Words.names(o).stream()));
        for (OptionSpec option : options) {
            if (Words.hasValue(option)) {
                Words.names(option).forEach(name -> entry("values", (path + " " + name).strip(), values(option)));
            }
        }
        commands.forEach(sub -> command(sub, (path + " " + sub.name()).strip()));
    }

    private Stream<String> values(ArgSpec argument) {
        return words.values(argument).stream();
    }

    private void entry(String table, String key, Stream<String> entries) {
        List<String> quoted = entries.map(PowerShellCompletion::quoted).toList();
        script.append("    $").append(table).append('[').append(quoted(key)).append("] = @(");
        script.append(String.join(", ", quoted)).append(")\n");
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
