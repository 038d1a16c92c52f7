package io.github.iisaudit.fuzz;

import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in the folder of an input.
 *
 * @param files their bytes by path
 * @param links what symbolic links lead to, by path; {@link #OUTSIDE} stands for a folder beside that of the input
 * @param gitConfig what the configuration of a real git repository says there; empty where the folder is none
 */
record Content(Map<String, byte[]> files, Map<String, String> links, String gitConfig) {

    static final String OUTSIDE = "@OUTSIDE@";

    static Content of(Map<String, byte[]> files) {
        return new Content(files, Map.of(), "");
    }

    /** The same without a file or link. */
    Content without(String path) {
        Map<String, byte[]> fewerFiles = new TreeMap<>(files);
        fewerFiles.remove(path);
        Map<String, String> fewerLinks = new TreeMap<>(links);
        fewerLinks.remove(path);
        return new Content(fewerFiles, fewerLinks, gitConfig);
    }

    /** The same with another content of a file. */
    Content with(String path, byte[] bytes) {
        Map<String, byte[]> others = new TreeMap<>(files);
        others.put(path, bytes);
        return new Content(others, links, gitConfig);
    }
}
