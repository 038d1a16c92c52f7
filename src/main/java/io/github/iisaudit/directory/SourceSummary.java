package io.github.iisaudit.directory;

/**
 * What a source had.
 *
 * @param accounts users, computers, managed accounts and groups
 * @param dropped what was left out: changes, values that point to files, lines that are none
 * @param lost accounts of which the source did not write all names
 */
public record SourceSummary(String name, String form, int accounts, int dropped, int lost) {}
