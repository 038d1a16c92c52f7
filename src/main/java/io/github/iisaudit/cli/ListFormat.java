package io.github.iisaudit.cli;

/** How the rules are listed. */
enum ListFormat {
    TEXT,
    JSON
}
