package io.github.iisaudit.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script by which bash completes the commands. Where it knows no words, bash completes file names. */
final class BashCompletion {

    /** bash divides words at the equals sign, so that {@code --format=json} comes as three. */
    private static final String START = """
            # Completion of iisaudit for bash 3.2 and later, as "iisaudit completion bash" writes it.
            _iisaudit() {
                local current=${COMP_WORDS[COMP_CWORD]} command= option= prefix= words= i
                COMPREPLY=()
                i=$COMP_CWORD
                if [[ $current == '=' ]]; then
                    current=
                    i=$((i + 1))
                fi
                if ((i > 2)) && [[ ${COMP_WORDS[i - 1]} == '=' ]]; then
                    i=$((i - 2))
                    if [[ ${COMP_WORDS[i]} != -* ]]; then
                        prefix=${COMP_WORDS[i]}=
                        i=$((i - 1))
                        [[ ${COMP_WORDS[i]} == '=' ]] && i=$((i - 1))
                    fi
                    option=${COMP_WORDS[i]}
                else
                    option=${COMP_WORDS[i - 1]}
                fi
                [[ $option == -* ]] || option=
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
            """;

    private static final String END = """
                esac
                if [[ -n $prefix ]]; then
                    local all=$words word
                    words=
                    for word in $all; do
                        [[ $word == "$prefix"?* ]] && words+=" ${word#"$prefix"}"
                    done
                fi
                COMPREPLY=($(compgen -W "$words" -- "$current"))
                if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
                    compopt -o nospace 2>/dev/null
                fi
                return 0
            }
            complete -o bashdefault -o default -F _iisaudit iisaudit
            """;

    private final StringBuilder script = new StringBuilder(START);
    private final Words words;

    private BashCompletion(Words words) {
        this.words = words;
    }

    static String script(CommandSpec root, Words words) {
        BashCompletion completion = new BashCompletion(words);
        completion.path(root, "");
        completion.script.append("        esac\n    done\n    case \"$command $option\" in\n");
        completion.cases(root, "");
        return completion.script.append(END).toString();
    }

    /** Follows the words up to the one that is typed: which command they name. */
    private void path(CommandSpec command, String path) {
        for (CommandSpec sub : Words.commands(command)) {
            String its = path + " " + sub.name();
            script.append("            \"")
                    .append(its)
                    .append("\") command=\"")
                    .append(its)
                    .append("\" ;;\n");
            path(sub, its);
        }
    }

    /** The narrower pattern first: those of a command's own commands before its own. */
    private void cases(CommandSpec command, String path) {
        Words.commands(command).forEach(sub -> cases(sub, path + " " + sub.name()));
        Words.options(command).stream().filter(Words::hasValue).forEach(option -> {
            Stream<String> patterns = Words.names(option).stream().map(name -> "\"" + path + " " + name + "\"");
            script.append("        ")
                    .append(String.join(" | ", patterns.toList()))
                    .append(") words='");
            script.append(String.join(" ", words.values(option))).append("' ;;\n");
        });
        Stream<String> names = Words.options(command).stream().flatMap(o -> Words.names(o).stream());
        script.append("        \"").append(path).append(" \"*)\n");
        script.append("            if [[ $current == -* ]]; then words='").append(String.join(" ", names.toList()));
        script.append("'; else words='")
                .append(String.join(" ", operands(command)))
                .append("'; fi ;;\n");
    }

    private List<String> operands(CommandSpec command) {
        Stream<String> commands = Words.commands(command).stream().map(CommandSpec::name);
        Stream<String> values = command.positionalParameters().stream()
                .map((PositionalParamSpec p) -> words.values(p))
                .flatMap(List::stream);
        return Stream.concat(commands, values).toList();
    }
}
