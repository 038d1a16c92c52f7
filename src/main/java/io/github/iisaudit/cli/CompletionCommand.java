package io.github.iisaudit.cli;

import io.github.iisaudit.rule.Rule;
import io.github.iisaudit.rule.RuleException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code iisaudit completion}: what makes a shell complete the commands. */
@Command(
        name = "completion",
        description = "Writes the script by which a shell completes commands, options and their values.",
        footer = {
            "",
            "Examples:",
            "  source <(iisaudit completion bash)",
            "  iisaudit completion zsh > ~/.zsh/functions/_iisaudit",
            "  iisaudit completion powershell | Out-String | Invoke-Expression"
        })
final class CompletionCommand implements Callable<Integer> {

    /** A shell that can complete. */
    enum Shell {
        BASH,
        ZSH,
        POWERSHELL
    }

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "SHELL", converter = Choice.OfShell.class, description = "bash, zsh or powershell")
    @Nullable
    Shell shell;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws RuleException, IOException {
        CommandSpec root = Main.commands(console);
        Words words = new Words(
                new RuleArguments().catalogue().rules().stream().map(Rule::id).toList());
        String script = script(root, words);
        console.print(out -> out.write(script));
        return ExitCode.CLEAN;
    }

    private String script(CommandSpec root, Words words) {
        if (shell == Shell.POWERSHELL) {
            return PowerShellCompletion.script(root, words);
        }
        return shell == Shell.ZSH ? ZshCompletion.script(root, words) : BashCompletion.script(root, words);
    }
}
