package io.github.iisaudit.cli;

import io.github.iisaudit.report.Automation;
import io.github.iisaudit.report.Presentation;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Whether text has colours. */
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

    private boolean isOn() {
        return when == When.ALWAYS || (when == When.AUTO && Ansi.AUTO.enabled());
    }

    /** Text as this program prints it. */
    Presentation presentation() {
        return new Presentation(Version.text(), Presentation.DEFAULT_WIDTH, isOn(), false, Automation.NONE);
    }
}
