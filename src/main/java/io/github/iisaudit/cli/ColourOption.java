package io.github.iisaudit.cli;

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

    boolean isOn() {
        return when == When.ALWAYS || (when == When.AUTO && Ansi.AUTO.enabled());
    }
}
