package io.github.iisaudit.whatif;

/**
 * A place that keeps another value than the one that is set.
 *
 * @param path where it counts
 * @param attribute the attribute of the section
 * @param value what it says
 * @param place the file and line
 */
public record OtherValue(String path, String attribute, boolean value, Place place) {}
