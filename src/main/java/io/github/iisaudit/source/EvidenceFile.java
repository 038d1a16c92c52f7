package io.github.iisaudit.source;

import java.io.File;
import java.util.List;

/**
 * A file that may tell what happened to requests.
 *
 * @param name relative to the folder that was given, or as it was typed; with forward slashes
 * @param folders the names of the folders that it lies in, the nearest first
 * @param refusal why it is not to be read; empty where it may be
 */
public record EvidenceFile(String name, List<String> folders, File file, String refusal) {

    /** One that may be read. */
    public EvidenceFile(String name, List<String> folders, File file) {
        this(name, folders, file, "");
    }

    EvidenceFile refused(String reason) {
        return new EvidenceFile(name, folders, file, reason);
    }
}
