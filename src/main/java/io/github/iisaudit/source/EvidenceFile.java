package io.github.iisaudit.source;

import java.io.File;
import java.util.List;

/**
 * A file that may tell what happened to requests.
 *
 * @param name relative to the folder that was given, or as it was typed; with forward slashes
 * @param folders the names of the folders that it lies in, the nearest first
 */
public record EvidenceFile(String name, List<String> folders, File file) {}
