package io.github.iisaudit.cli;

import io.github.iisaudit.report.TransformFormat;
import io.github.iisaudit.report.TransformFormat.Result;
import io.github.iisaudit.source.NamedFile;
import io.github.iisaudit.transform.Draft;
import io.github.iisaudit.transform.Message;
import io.github.iisaudit.transform.Message.Severity;
import io.github.iisaudit.xml.UnreadableXmlException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iisaudit transform}: the file that a deployment would write. */
@Command(
        name = "transform",
        description = {
            "The document that transforms (XDT) make of a configuration file, with its layout kept, and what the engine"
                    + " of a deployment has to say about it. No file is changed, and nothing hidden: passwords are in it."
        },
        footer = {
            "",
            "Example:",
            "  iisaudit transform web.config Web.Release.config Web.Staging.config",
            "",
            "Exit: 0, 1 an error, after which a deployment writes nothing, 2 usage, 3 a file could not be read,",
            "4 a fault of the program"
        })
final class TransformCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ColourOption colour = new ColourOption();

    @Parameters(index = "0", paramLabel = "BASE", description = "the configuration file")
    String base = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TRANSFORM",
            description = "the transforms, in the order in which they are applied")
    List<String> transforms = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Choice.OfTransformFormat.class,
            description = "text, the document, or json (default: ${DEFAULT-VALUE})")
    TransformFormat format = TransformFormat.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "also write it to a file; the document only where a deployment would write it; repeatable")
    List<String> outputs = new ArrayList<>();

    @Option(names = "--quiet", description = "text: no warnings on standard error")
    boolean isQuiet;

    @Option(names = "--verbose", description = "also say, on standard error, how many warnings and errors there are")
    boolean isVerbose;

    TransformCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        Destinations destinations = console.destinations(List.of());
        destinations.readsWithLinks(base);
        transforms.forEach(destinations::reads);
        List<TransformOutput> files = new ArrayList<>();
        for (String output : outputs) {
            TransformOutput file = TransformOutput.of(output);
            destinations.add(file.path());
            files.add(file);
        }
        try {
            Draft draft = Draft.read(shown(base), bytes(base));
            for (String transform : transforms) {
                draft.transform(shown(transform), bytes(transform));
            }
            Result result = new Result(draft.isWritten(), draft.messages(), draft.text());
            tell(result, files);
            return result.isWritten() ? ExitCode.CLEAN : ExitCode.FINDINGS;
        } catch (UnreadableXmlException e) {
            String reason = String.valueOf(e.getMessage());
            Message message = new Message(Severity.FAILURE, reason, e.span(), null);
            tell(new Result(false, List.of(message), ""), files);
            return ExitCode.INCOMPLETE;
        }
    }

    private void tell(Result result, List<TransformOutput> files) throws UsageException, IOException {
        if (format == TransformFormat.TEXT) {
            result.messages().stream()
                    .filter(message -> !isQuiet || message.severity() != Severity.WARNING)
                    .forEach(message -> console.complain(
                            message.place() + ": " + message.severity().id() + ": " + message.text()));
        }
        if (isVerbose) {
            console.complain(result.messages().size() + " messages");
        }
        console.print(out -> format.render(result, colour.presentation(console), out));
        for (TransformOutput file : files) {
            file.write(result, colour.presentation(console));
        }
    }

    private static String shown(String path) {
        return path.replace('\\', '/');
    }

    private static byte[] bytes(String path) throws UsageException {
        try {
            return NamedFile.bytes(Path.of(path));
        } catch (InvalidPathException | NoSuchFileException e) {
            throw new UsageException("cannot read " + shown(path) + ": there is no such file");
        } catch (IOException e) {
            throw new UsageException("cannot read " + shown(path) + ": " + NamedFile.reason(e));
        }
    }
}
