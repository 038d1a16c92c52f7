package io.github.iisaudit.whatif;

/**
 * A place that keeps another value than the one that is set.
 *
 * @param path where it counts
 * @param attribute what it is of
 * @param value what it says, in its one spelling
 * @param place the file and line
 */
public record OtherValue(String path, Settable attribute, String value, Place place) {}
