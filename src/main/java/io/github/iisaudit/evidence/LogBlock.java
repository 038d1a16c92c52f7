package io.github.iisaudit.evidence;

/**
 * Some whole lines of a log.
 *
 * @param bytes which of them follow in {@code length}
 * @param fields the columns in force where it begins
 * @param day of the header, in milliseconds since 1970, for rows without a date
 */
record LogBlock(byte[] bytes, int length, LogFields fields, long day) {}
