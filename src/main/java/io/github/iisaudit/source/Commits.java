package io.github.iisaudit.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commits along the first parents of HEAD that touch configuration files below a folder, and what each made of them, the
 * oldest first. Git is run a fixed number of times, however many there are, and only asked what starts no other program.
 *
 * @see <a href="https://git-scm.com/docs/git-rev-list">git rev-list</a>
 * @see <a href="https://git-scm.com/docs/git-diff-tree">git diff-tree, its option --stdin</a>
 */
final class Commits {

    private static final String LINK = "120000";
    private static final String HEADER = "commit ";

    /** The last second of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    private final Revision head;
    private final String within;
    private final List<Commit> all = new ArrayList<>();

    /** One of them, with the files that are other than before. */
    record Commit(String id, Instant time, String subject, List<Changed> files) {}

    /**
     * A file that is new, other or gone.
     *
     * @param path below the folder
     * @param object what cat-file knows the content by; null where the file is gone
     */
    record Changed(String path, @Nullable String object) {}

    private Commits(Revision head, String within) {
        this.head = head;
        this.within = within;
    }

    /**
     * Lists them.
     *
     * @param within the path of the folder below the top of the work tree, empty or with a slash at its end, or that of a file
     */
    static Commits of(Revision head, String within) throws SourceException {
        Commits commits = new Commits(head, within);
        try {
            commits.list();
            if (!commits.all.isEmpty()) {
                commits.compare();
            }
            return commits;
        } catch (IOException e) {
            throw new SourceException("cannot run git: " + e.getMessage());
        }
    }

    List<Commit> all() {
        return all;
    }

    private void list() throws IOException, SourceException {
        String[] question = {"rev-list", "--first-parent", "--reverse", "--encoding=UTF-8", "--format=%ct %s"};
        String[] lines = ask(new byte[0], with(question, head.commit())).text().split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] said = lines[i + 1].split(" ", 2);
            Instant time = time(said[0]);
            String subject = said.length > 1 ? said[1].strip() : "";
            all.add(new Commit(lines[i].substring(HEADER.length()), time, subject, new ArrayList<>()));
        }
    }

    /** What git cannot read of a commit, or no calendar has, is the beginning of all times, as in its own log. */
    private static Instant time(String seconds) {
        boolean isTime = seconds.matches("\\d{1,12}") && Long.parseLong(seconds) <= LAST;
        return isTime ? Instant.ofEpochSecond(Long.parseLong(seconds)) : Instant.EPOCH;
    }

    /** All there was in the first, and of each other one what differs from the one before it: nothing else touches the files. */
    private void compare() throws IOException, SourceException {
        String[] listing = {"ls-tree", "-r", "-z", "--full-tree", all.get(0).id};
        for (String entry : ask(new byte[0], listing).records()) {
            int tab = entry.indexOf('\t');
            String[] said = entry.substring(0, tab).split(" ");
            take(said[0], said[2], entry.substring(tab + 1), all.get(0));
        }
        StringBuilder pairs = new StringBuilder();
        for (int i = 1; i < all.size(); i++) {
            pairs.append(all.get(i).id).append(' ').append(all.get(i - 1).id).append('\n');
        }
        String[] question = {"diff-tree", "--stdin", "-z", "-r", "--raw", "--no-renames", "--no-abbrev"};
        String[] safe = {"--no-ext-diff", "--no-textconv", "--ignore-submodules=all"};
        byte[] input = pairs.toString().getBytes(StandardCharsets.US_ASCII);
        takeChanges(ask(input, with(concat(question, safe), null)).records());
    }

    /** An entry is {@code :<mode> <mode> <object> <object> <status>}, and its path the record after it. */
    private void takeChanges(List<String> records) throws IOException {
        int at = 0;
        for (int i = 0; i < records.size(); i++) {
            String record = records.get(i);
            if (record.startsWith(":")) {
                String[] said = record.split(" ");
                i++;
                take(said[1], said[3], records.get(i), all.get(at));
            } else {
                at = place(record, at + 1);
            }
        }
    }

    /** Of commits that differ in nothing git says nothing. */
    private int place(String id, int from) throws IOException {
        for (int i = from; i < all.size(); i++) {
            if (id.startsWith(all.get(i).id)) {
                return i;
            }
        }
        throw new IOException("it names a commit that was not asked about");
    }

    private void take(String mode, String object, String path, Commit commit) {
        if (path.startsWith(within) && isRead(path)) {
            String name = path.substring(isFile() ? path.lastIndexOf('/') + 1 : within.length());
            boolean isThere = mode.startsWith("10") || mode.equals(LINK);
            String content = mode.equals(LINK) ? commit.id + ":" + path : object;
            commit.files.add(new Changed(name, isThere ? content : null));
        }
    }

    private boolean isFile() {
        return !within.isEmpty() && !within.endsWith("/");
    }

    /** Whether a file may be asked for: configuration, schemas beside it, and profiles of a publication. */
    private boolean isRead(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return isFile()
                || lower.endsWith(".config")
                || lower.endsWith(".pubxml")
                || lower.endsWith(".xml") && ("/" + lower).contains("/schema/");
    }

    private Git.Answer ask(byte[] input, String[] question) throws IOException, SourceException {
        Git.Answer answer = head.git().ask(input, question);
        if (answer.exit() != 0) {
            throw new SourceException("git cannot list the commits (" + answer.error() + ")");
        }
        return answer;
    }

    /** The question, of the files that are read. */
    private String[] with(String[] question, @Nullable String commit) {
        List<String> all = new ArrayList<>(List.of(question));
        Optional.ofNullable(commit).ifPresent(all::add);
        all.add("--");
        if (isFile()) {
            all.add(":(literal)" + within);
        } else {
            String plain = within.replaceAll("([\\\\*?\\[\\]])", "\\\\$1");
            List.of(".config", ".pubxml", "schema/*.xml").forEach(it -> all.add(":(icase)" + plain + "*" + it));
        }
        return all.toArray(String[]::new);
    }

    private static String[] concat(String[] one, String[] other) {
        List<String> all = new ArrayList<>(List.of(one));
        all.addAll(List.of(other));
        return all.toArray(String[]::new);
    }
}
