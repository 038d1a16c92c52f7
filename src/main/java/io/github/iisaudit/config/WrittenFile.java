package io.github.iisaudit.config;

import io.github.iisaudit.xml.LocatedElement;
import java.util.List;

/**
 * One file as somebody wrote it.
 *
 * @param path relative to the root of its source
 * @param root its root element
 * @param paths the configuration paths that the file lies at: {@code ""} for applicationHost.config
 */
public record WrittenFile(String path, LocatedElement root, List<String> paths) {}
