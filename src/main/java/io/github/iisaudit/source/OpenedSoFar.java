package io.github.iisaudit.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one run has opened, what lies beside it, and what it could not open and why, in the words of whoever typed it. */
final class OpenedSoFar {

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Repository> repositories = new ArrayList<>();
    private final List<Opened.Refused> refused = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> strays = new ArrayList<>();
    private final List<OtherFile> others = new ArrayList<>();

    Opened opened() {
        return new Opened(
                Draft.named(drafts),
                refused,
                () -> repositories.stream()
                        .flatMap(repository -> repository.skipped().stream())
                        .toList(),
                strays,
                others);
    }

    /** The servers; more may be added. */
    List<Draft> drafts() {
        return drafts;
    }

    /** What was found since there were so many is another's to name and to show. */
    List<Draft> takeDrafts(int since) {
        List<Draft> taken = new ArrayList<>(drafts.subList(since, drafts.size()));
        drafts.subList(since, drafts.size()).clear();
        return taken;
    }

    /** How many servers were found, and how much could not be looked into. */
    int answers() {
        return drafts.size() + refused.size();
    }

    /** Notes a folder that is looked through for the files of a site. */
    Repository add(Repository repository) {
        repositories.add(repository);
        return repository;
    }

    /** Notes what lies beside servers and is none. */
    void passBy(List<String> unassigned, List<OtherFile> files) {
        strays.addAll(unassigned);
        others.addAll(files);
    }

    /** Notes that a path was typed as it stands: to refuse it is another thing than to refuse what was found in it. */
    void given(Typed typed) {
        given.add(typed.text());
    }

    List<Opened.Refused> refused() {
        return refused;
    }

    void refuse(Opened.Refused more) {
        refused.add(more);
    }

    /** A folder with nothing to audit. */
    void nothingIn(Typed typed, List<String> transforms, List<OtherFile> others) {
        if (PackedDisk.depth(typed.path()) > 0 && transforms.isEmpty()) {
            String reason = ForeignFile.ofArchive(typed.path()).sentence();
            refused.add(new Opened.Refused(
                    shown(typed), reason, shown(typed) + " " + reason, given.contains(shown(typed))));
            return;
        }
        String none = "no applicationHost.config (looked at the root, inetsrv/config,"
                + " <drive>/Windows/System32/inetsrv/config, sub-folders to depth 4) and no web.config";
        String more = notAudited(transforms) + notRead(typed, others);
        refused.add(new Opened.Refused(shown(typed), none + more, none + " under " + shown(typed) + more));
    }

    private static String notAudited(List<String> transforms) {
        return transforms.isEmpty() ? "" : "; transforms (XDT) are not audited: " + String.join(", ", transforms);
    }

    private static String notRead(Typed typed, List<OtherFile> others) {
        if (others.isEmpty()) {
            return "";
        }
        int more = others.size() - 1;
        return "; " + typed.below(others.get(0).described())
                + (more > 0 ? " (and " + more + " more such " + (more == 1 ? "file)" : "files)") : "");
    }

    void cannotLook(Typed typed, String path, String reason) {
        String place = path.isEmpty() ? shown(typed) : typed.below(path);
        refused.add(new Opened.Refused(place, reason, "cannot look into " + place + ": " + reason));
    }

    private static String shown(Typed typed) {
        String text = typed.text();
        if (PackedDisk.depth(typed.path()) > 0 && text.endsWith("!")) {
            return text.substring(0, text.length() - 1);
        }
        return text.isEmpty() ? "/" : text;
    }
}
