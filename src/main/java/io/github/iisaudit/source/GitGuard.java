package io.github.iisaudit.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goes with each call of git, so that neither the configuration nor the attributes nor the objects of the repository
 * make it start a program, use the network, or look at another repository than the one that was found.
 *
 * <table>
 * <caption>The calls, and what they read of the repository</caption>
 * <tr><th>call</th><th>reads</th></tr>
 * <tr><td>config</td><td>configuration and what it includes; the names of filters are asked for first of all</td></tr>
 * <tr><td>rev-parse, merge-base</td><td>configuration, references, commits and tags</td></tr>
 * <tr><td>ls-files, check-ignore</td><td>configuration, the index, files that name what is ignored</td></tr>
 * <tr><td>diff-index</td><td>configuration, the index, attributes, trees, and files that may have to be filtered</td></tr>
 * <tr><td>cat-file</td><td>configuration and objects, which a partial clone would fetch</td></tr>
 * </table>
 *
 * @see <a href="https://git-scm.com/docs/git-config">git config</a>
 * @see <a href="https://git-scm.com/docs/gitattributes#_filter">filters: an empty command is none</a>
 */
final class GitGuard {

    /** What tells git of another repository than that of the folder, or of another configuration than it goes by. */
    private static final List<String> FOREIGN = List.of(
            "GIT_DIR",
            "GIT_INDEX_FILE",
            "GIT_COMMON_DIR",
            "GIT_CONFIG",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_SHALLOW_FILE",
            "GIT_REPLACE_REF_BASE",
            "GIT_ATTR_SOURCE",
            "GIT_NAMESPACE",
            "GIT_PREFIX",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_EXTERNAL_DIFF",
            "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS",
            "GIT_NOGLOB_PATHSPECS",
            "GIT_ICASE_PATHSPECS");

    private static final Map<String, String> QUIET = Map.of(
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_NO_REPLACE_OBJECTS", "1",
            "GIT_GRAFT_FILE", "/dev/null",
            "GIT_ALLOW_PROTOCOL", "",
            "GIT_PAGER", "",
            "LC_ALL", "C");

    /** Fetching is switched off above; before git 2.44 a partial clone tries it in vain, and is left nothing to run. */
    private static final List<String> SETTINGS = List.of(
            "safe.bareRepository=explicit",
            "core.fsmonitor=",
            "core.hooksPath=/dev/null",
            "core.alternateRefsCommand=",
            "core.sshCommand=false",
            "core.gitProxy=",
            "core.askPass=",
            "credential.helper=",
            "fetch.bundleURI=",
            "protocol.allow=never",
            "submodule.recurse=false",
            "advice.graftFileDeprecated=false",
            "core.checkStat=default",
            "core.trustCtime=true",
            "diff.external=");

    private static final List<String> FILTER_KEYS = List.of("clean=", "smudge=", "process=", "required=false");
    private static final String FILTER = "filter.";

    /** As long as command lines may be on Windows, with room for the rest. */
    private static final int LONGEST = 16_000;

    private final Path top;
    private final List<String> settings;

    private GitGuard(Path top, List<String> settings) {
        this.top = top;
        this.settings = settings;
    }

    /** A guard for the work tree that begins at a folder, as far as is known without its configuration. */
    static GitGuard of(Path top) {
        List<String> settings = new ArrayList<>(SETTINGS);
        if (!ignoresCase(top)) {
            settings.add("core.ignoreCase=false");
        }
        return new GitGuard(top, List.copyOf(settings));
    }

    /** Git believes its configuration there, and would pass by what is called as another file in other letters. */
    private static boolean ignoresCase(Path top) {
        try {
            return Files.isSameFile(top.resolve(".git"), top.resolve(".GIT"));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The same without the filters that are configured.
     *
     * @param keys the names of settings, as git lists them
     * @throws IOException where a filter has a name that cannot be told to git safely, or there are too many
     */
    GitGuard without(List<String> keys) throws IOException {
        Set<String> blank = new LinkedHashSet<>(settings);
        for (String key : keys) {
            int end = key.lastIndexOf('.'); // even the empty name is one
            if (key.startsWith(FILTER) && end >= FILTER.length()) {
                String filter = plain(key.substring(0, end + 1));
                FILTER_KEYS.forEach(it -> blank.add(filter + it));
            }
        }
        if (blank.stream().mapToInt(String::length).sum() > LONGEST) {
            throw new IOException("the repository configures more filters than can be switched off");
        }
        return new GitGuard(top, List.copyOf(blank));
    }

    /** Git ends a name at its first {@code =}, and a quotation mark may end an argument on Windows. */
    private static String plain(String name) throws IOException {
        for (char c : name.toCharArray()) {
            boolean isPlain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isPlain && " ._-+/:@,".indexOf(c) < 0) {
                throw new IOException("the repository configures a filter whose name does not let it be switched off");
            }
        }
        return name;
    }

    /** A process that asks git. */
    ProcessBuilder process(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-C", top.toString(), "--no-pager"));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(FOREIGN);
        environment.putAll(QUIET);
        environment.put("GIT_WORK_TREE", top.toString());
        Path above = top.getParent();
        if (above != null && above.toString().indexOf(File.pathSeparatorChar) < 0) {
            environment.put("GIT_CEILING_DIRECTORIES", above.toString());
        }
        return builder;
    }
}
