package io.github.iisaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class PlainLineTest {

    private static final Console CONSOLE = new Console(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of());

    static Stream<String> plainLines() {
        return Stream.of(
                "scan",
                "scan a b/web.config - c",
                "scan --format json a --quiet --color=never",
                "scan a --format SARIF --jobs 12",
                "scan a --output json=x.json --output sarif=y=z.sarif",
                "scan --rules r1 --rules=r2 --rule x --rule=y --skip-rule z a",
                "scan --fail-on never --min-severity=error a",
                "scan --env A=B --env=C=D=E a --as web --host h --site S --stdin-filename n",
                "scan --as applicationHost a",
                "scan a --config c.yml --verbose --allow-repository-rules",
                "scan a --no-config --hyperlinks never",
                "effective a --path S/app --path=/ --section windowsAuthentication --all",
                "effective --format xml a --color always --env A=B",
                "rules");
    }

    @ParameterizedTest
    @MethodSource("plainLines")
    void aPlainLineIsBoundAsPicocliBindsIt(String line) {
        String[] args = line.split(" ");
        Optional<Callable<Integer>> plain = PlainOptions.command(args, CONSOLE);

        assertThat(plain).as(line).isPresent();
        assertThat(plain.get()).as(line).usingRecursiveComparison().isEqualTo(byPicocli(args));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "effective"})
    void everyOptionIsBoundAsPicocliBindsIt(String command) {
        List<String> options = new ArrayList<>();
        for (OptionSpec option :
                new CommandLine(command(command)).getCommandSpec().options()) {
            boolean isOfSeveral = option.arity().max() > 1;
            if (!option.usageHelp() && !isOfSeveral && !option.longestName().equals(CommonOptions.DEBUG)) {
                options.add(option.longestName());
                String[] args = line(command, option);
                Optional<Callable<Integer>> plain = PlainOptions.command(args, CONSOLE);

                assertThat(plain)
                        .as("%s is missing in what the build made", option.longestName())
                        .isPresent();
                assertThat(plain.get())
                        .as(String.join(" ", args))
                        .usingRecursiveComparison()
                        .isEqualTo(byPicocli(args));
            }
        }
        assertThat(options).hasSizeGreaterThan(15);
    }

    private static String[] line(String command, OptionSpec option) {
        if (option.arity().max() == 0) {
            return new String[] {command, option.longestName()};
        }
        List<String> choices = new Words(List.of()).values(option);
        String value = choices.isEmpty() ? "1=2" : choices.get(choices.size() - 1);
        String whole = value.endsWith("=") ? value + "x" : option.type() == int.class ? "3" : value;
        return new String[] {command, "a", option.longestName(), whole};
    }

    @ParameterizedTest
    @MethodSource("otherLines")
    void anyOtherLineIsLeftToPicocli(String line) {
        assertThat(PlainOptions.command(line.split(" ", -1), CONSOLE)).as(line).isEmpty();
    }

    static Stream<String> otherLines() {
        return Stream.of(
                "",
                "rules --format json",
                "rules test",
                "--version --help",
                "--help",
                "scan --help",
                "scan -h",
                "scan a --debug",
                "scan --unheard-of a",
                "scan @arguments",
                "scan -- a",
                "scan ",
                "scan a --format",
                "scan a --format xml",
                "scan a --format json --format text",
                "scan a --format --quiet",
                "scan a --format=",
                "scan a --quiet=true",
                "scan a --quiet --quiet",
                "scan a --jobs x",
                "scan a --jobs 0",
                "scan a --jobs -1",
                "scan a --jobs 1234567",
                "scan a --output report.json",
                "scan a --env A",
                "scan a --env =A",
                "scan a --env A=",
                "scan a --rules \0");
    }

    @Test
    void theVersionIsToldAsPicocliTellsIt() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        StringWriter byPicocli = new StringWriter();

        int exitCode = Main.run(
                new String[] {"--version"}, InputStream.nullInputStream(), plain, OutputStream.nullOutputStream());
        new CommandLine(new RootCommand()).setOut(new PrintWriter(byPicocli)).execute("--version");

        assertThat(exitCode).isEqualTo(ExitCode.CLEAN);
        assertThat(plain.toString(StandardCharsets.UTF_8))
                .isEqualTo(byPicocli.toString().replace("\r", ""));
    }

    private static Object byPicocli(String[] args) {
        Object command = command(args[0]);
        new CommandLine(command).parseArgs(Arrays.copyOfRange(args, 1, args.length));
        return command;
    }

    private static Object command(String name) {
        return switch (name) {
            case "scan" -> new ScanCommand(CONSOLE);
            case "rules" -> new RulesCommand(CONSOLE);
            default -> new EffectiveCommand(CONSOLE);
        };
    }
}
