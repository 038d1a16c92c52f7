package io.github.iisaudit.cli;

/** How a rule is printed. */
enum PageFormat {
    TEXT,
    MARKDOWN
}
