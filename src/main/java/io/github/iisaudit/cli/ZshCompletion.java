package io.github.iisaudit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script by which zsh completes the commands, with what each of them does. */
final class ZshCompletion {

    private static final String START = """
            #compdef iisaudit
            # Completion of iisaudit for zsh, as "iisaudit completion zsh" writes it.
            """;

    private static final String END = """

            if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
                _iisaudit "$@"
            else
                compdef _iisaudit iisaudit
            fi
            """;

    private final StringBuilder script = new StringBuilder(START);
    private final Words words;

    private ZshCompletion(Words words) {
        this.words = words;
    }

    static String script(CommandSpec root, Words words) {
        ZshCompletion completion = new ZshCompletion(words);
        completion.function(root, "_iisaudit");
        return completion.script.append(END).toString();
    }

    private void function(CommandSpec command, String name) {
        List<CommandSpec> commands = Words.commands(command);
        script.append("\n").append(name).append("() {\n    local curcontext=$curcontext state line\n");
        script.append("    typeset -A opt_args\n    _arguments -C");
        for (String argument : arguments(command, !commands.isEmpty())) {
            script.append(" \\\n        ").append(argument);
        }
        script.append("\n");
        if (!commands.isEmpty()) {
            dispatch(commands, name);
        }
        script.append("}\n");
        commands.forEach(sub -> function(sub, name + "_" + sub.name().replace('-', '_')));
    }

    private void dispatch(List<CommandSpec> commands, String name) {
        script.append("    case $state in\n    command)\n        local -a commands=(\n");
        commands.forEach(sub -> script.append("            ")
                .append(quoted(sub.name() + ":" + Words.description(sub)))
                .append("\n"));
        script.append("        )\n        _describe -t commands command commands ;;\n    arguments)\n");
        script.append("        case $line[1] in\n");
        for (CommandSpec sub : commands) {
            String its = name + "_" + sub.name().replace('-', '_');
            script.append("        ")
                    .append(sub.name())
                    .append(") ")
                    .append(its)
                    .append(" ;;\n");
        }
        script.append("        esac ;;\n    esac\n");
    }

    private List<String> arguments(CommandSpec command, boolean hasCommands) {
        List<String> arguments = new ArrayList<>();
        Words.options(command).forEach(option -> arguments.addAll(option(option)));
        if (hasCommands) {
            arguments.add("'1: :->command'");
            arguments.add("'*:: :->arguments'");
            return arguments;
        }
        for (PositionalParamSpec operand : command.positionalParameters()) {
            arguments.add(quoted((Words.isRepeatable(operand) ? "*:" : "1:") + value(operand)));
        }
        return arguments;
    }

    /** One argument of {@code _arguments} for each name. */
    private List<String> option(OptionSpec option) {
        List<String> names = Words.names(option);
        boolean hasValue = Words.hasValue(option);
        String others = option.isMultiValue() ? "*" : names.size() > 1 ? "(" + String.join(" ", names) + ")" : "";
        String does = Words.description(option).replace("[", "\\[").replace("]", "\\]");
        List<String> arguments = new ArrayList<>();
        for (String name : names) {
            String spec = others + name + (hasValue && name.startsWith("--") ? "=" : "") + "[" + does + "]";
            arguments.add(quoted(hasValue ? spec + ":" + value(option) : spec));
        }
        return arguments;
    }

    private String value(ArgSpec argument) {
        List<String> values = words.values(argument);
        String label = argument.paramLabel().toLowerCase(Locale.ROOT).replace(":", "\\:");
        if (values.isEmpty()) {
            return label + ":" + (label.equals("dir") ? "_files -/" : "_files");
        }
        boolean isFormatFile = values.get(0).endsWith("=");
        return label + ":" + (isFormatFile ? formatAndFile(values) : "(" + String.join(" ", values) + ")");
    }

    /** The format first; after the sign a file. */
    private static String formatAndFile(List<String> formats) {
        return "{ if compset -P \"*=\"; then _files; else compadd -S \"\" -- " + String.join(" ", formats) + "; fi }";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
