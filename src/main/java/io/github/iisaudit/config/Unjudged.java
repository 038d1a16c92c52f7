package io.github.iisaudit.config;

import io.github.iisaudit.source.OtherFile;
import io.github.iisaudit.source.Strays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a server an answer does not rest on, though nothing is wrong with it. Immutable.
 *
 * @param notCollected the folders of its applications that are not among the files, relative to the root, with forward slashes
 * @param unassigned the web.config files that lie in no folder of an application
 * @param others the files of other kinds that something else here reads
 * @param isSearched whether all folders were searched for these
 */
public record Unjudged(List<String> notCollected, List<Stray> unassigned, List<Other> others, boolean isSearched) {

    /** Nothing. */
    public static final Unjudged NONE = new Unjudged(List.of(), List.of(), List.of(), true);

    private static final String FILE = "/web.config";
    private static final int MOST_EXPECTED = 3;

    /**
     * A web.config that is no application's.
     *
     * @param file relative to the root, with forward slashes
     * @param expected where one is looked for: the folders that are called most like its own, or else the first of all
     */
    public record Stray(String file, List<String> expected) {

        /** The file, and where it would have been read. */
        public String described() {
            return expected.isEmpty() ? file : file + " (expected at " + String.join(" or ", expected) + ")";
        }
    }

    /**
     * That of a server.
     *
     * @param notCollected the folders that are not there
     * @param places where files are looked for, those that are not there first
     */
    static Unjudged of(Strays strays, List<String> notCollected, List<String> places) {
        List<Stray> unassigned = new ArrayList<>();
        for (String file : strays.files()) {
            unassigned.add(new Stray(file, expected(file, places)));
        }
        return new Unjudged(List.copyOf(notCollected), unassigned, others(strays.others()), strays.isComplete());
    }

    /**
     * A file of another kind.
     *
     * @param file relative to the root, with forward slashes
     * @param kind what it is called as
     * @param reader the command or option that reads it
     * @param described all of it
     */
    public record Other(String file, String kind, String reader, String described) {}

    private static List<Other> others(List<OtherFile> files) {
        List<Other> all = new ArrayList<>();
        for (OtherFile file : files) {
            all.add(new Other(file.file(), file.what(), file.whatFor(), file.described()));
        }
        return all;
    }

    private static List<String> expected(String file, List<String> places) {
        int best = 0;
        List<String> alike = new ArrayList<>();
        for (String place : places) {
            int common = commonNames(file, place);
            if (common > best) {
                alike.clear();
                best = common;
            }
            if (common == best && !alike.contains(place)) {
                alike.add(place);
            }
        }
        return List.copyOf(alike.subList(0, Math.min(best == 0 ? 1 : MOST_EXPECTED, alike.size())));
    }

    /** How many names at the end of two paths are the same, ignoring case, the file's own left out. */
    private static int commonNames(String one, String other) {
        String[] a = one.split("/");
        String[] b = other.split("/");
        int common = 0;
        while (common < Math.min(a.length, b.length) - 1
                && a[a.length - 2 - common].equalsIgnoreCase(b[b.length - 2 - common])) {
            common++;
        }
        return common;
    }

    /**
     * What is to be said of files that lie beside servers: a sentence for each kind.
     *
     * @param files as they would be typed
     */
    public static List<String> besideServers(List<String> files) {
        List<String> hosts = new ArrayList<>(files);
        hosts.removeIf(file -> !isHost(file));
        List<String> others = new ArrayList<>(files);
        others.removeIf(Unjudged::isHost);
        List<String> sentences = new ArrayList<>();
        if (!hosts.isEmpty()) {
            String sentence = hosts.size() == 1
                    ? "1 server lies deeper than 4 folders below the PATH and was not audited (a PATH further down finds it)"
                    : hosts.size() + " servers lie deeper than 4 folders below the PATH and were not audited"
                            + " (a PATH further down finds them)";
            sentences.add(new Notice(sentence, hosts).told());
        }
        if (!others.isEmpty()) {
            String sentence = others.size() == 1
                    ? "1 web.config lies beside servers and belongs to none, so it was not audited (a PATH of its own"
                            + " audits its folder as a repository)"
                    : others.size()
                            + " web.config files lie beside servers and belong to none, so they were not audited"
                            + " (a PATH of their own audits a folder as a repository)";
            sentences.add(new Notice(sentence, others).told());
        }
        return sentences;
    }

    private static boolean isHost(String file) {
        return file.substring(file.lastIndexOf('/') + 1).equalsIgnoreCase("applicationHost.config");
    }

    /** What is to be said of files of other kinds; empty where there are none. */
    Optional<Notice> ofOthers() {
        return others.isEmpty()
                ? Optional.empty()
                : ofOthers(others.stream().map(Other::file).toList());
    }

    /** The same of files that lie beside servers. */
    public static Optional<Notice> ofOthers(List<String> files) {
        int count = files.size();
        if (count == 0) {
            return Optional.empty();
        }
        String sentence = count == 1
                ? "1 file is not a configuration, and something else reads it (scan --verbose says what)"
                : count + " files are not a configuration, and something else reads them (scan --verbose says what)";
        return Optional.of(new Notice(sentence, files));
    }

    /** The folder of a web.config. */
    static String folder(String file) {
        return file.endsWith(FILE) ? file.substring(0, file.length() - FILE.length()) : file;
    }

    /** What is to be said of the files that are no application's. */
    Optional<Notice> ofUnassigned() {
        int count = unassigned.size();
        if (count == 0) {
            return isSearched
                    ? Optional.empty()
                    : Optional.of(Notice.of("too many folders lie beside those of its applications: not all were"
                            + " searched for web.config files that belong to none"));
        }
        String files = count == 1
                ? "1 web.config belongs to no application and was not audited"
                : count + " web.config files belong to no application and were not audited";
        List<String> all = new ArrayList<>(count);
        unassigned.forEach(file -> all.add(file.described()));
        return Optional.of(new Notice(files, List.copyOf(all)));
    }
}
