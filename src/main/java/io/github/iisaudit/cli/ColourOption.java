package io.github.iisaudit.cli;

import io.github.iisaudit.report.Automation;
import io.github.iisaudit.report.Presentation;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;

/** Whether text has colours and hyperlinks, and how wide it is. */
final class ColourOption {

    /** When. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = Choice.OfWhen.class,
            description = "auto, always or never; auto: on a terminal, unless NO_COLOR is set")
    When when = When.AUTO;

    @Option(
            names = "--hyperlinks",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = Choice.OfWhen.class,
            description = "auto, always or never; auto: on a terminal that is known to have them")
    When hyperlinks = When.AUTO;

    /** Text as this program prints it. */
    Presentation presentation(Console console) {
        TerminalAbility ability = new TerminalAbility(console.environment());
        int width = ability.width() == 0 ? Presentation.DEFAULT_WIDTH : ability.width();
        boolean isColoured = isOn(when, ability::hasColours)
                || (when == When.AUTO && ability.isColourForced() && ability.hasColours());
        String folder = isOn(hyperlinks, ability::hasHyperlinks)
                ? Path.of("").toAbsolutePath().toUri().toString()
                : "";
        return new Presentation(Version.text(), width, isColoured, false, Automation.NONE, folder);
    }

    /** The terminal is looked at last: that takes longest. */
    private static boolean isOn(When when, BooleanSupplier isAble) {
        return when == When.ALWAYS || (when == When.AUTO && isAble.getAsBoolean() && Terminal.isOutput());
    }
}
