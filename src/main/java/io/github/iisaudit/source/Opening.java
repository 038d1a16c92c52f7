package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of {@link Sources#open}: decides what each path is. */
final class Opening {

    private static final String STANDARD_INPUT = "-";
    private static final String POSSIBLE =
            "give a server's folder, a folder of such folders, an applicationHost.config or"
                    + " web.config file, a repository, or - for standard input";

    private final SourceOptions options;
    private final Machine machine;
    private final Optional<DeploymentTarget> target;
    private final KnownFiles known = new KnownFiles();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Repository> repositories = new ArrayList<>();
    private final List<Opened.Refused> refused = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final List<String> strays = new ArrayList<>();
    private final List<OtherFile> others = new ArrayList<>();

    /** What is opened as a part of a work tree. */
    private WorkTreeParts parts;

    /** Whether servers are looked for among archives: others are no fault then. */
    private boolean isSearched;

    Opening(SourceOptions options, Machine machine) throws SourceException {
        this.options = options;
        this.machine = machine;
        this.target = DeploymentTarget.of(options);
        this.parts = new WorkTreeParts(List.of(), options);
    }

    Opened open(List<String> paths) throws SourceException {
        parts = new WorkTreeParts(paths, options);
        if (paths.indexOf(STANDARD_INPUT) != paths.lastIndexOf(STANDARD_INPUT)) {
            throw new SourceException("standard input can be read once: - was given twice");
        }
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                open(GivenFile.standardInput(options), path);
            } else {
                open(Typed.of(path));
            }
        }
        return opened();
    }

    /** What lies in memory. */
    Opened open(ServerFiles files) {
        try {
            openInside(files.folder(), true);
        } catch (LimitException e) {
            refused.add(new Opened.Refused(
                    files.name(), ArchiveReader.reason(e), files.name() + ": " + ArchiveReader.reason(e)));
        }
        return opened();
    }

    private Opened opened() {
        return new Opened(
                Draft.named(drafts),
                refused,
                () -> repositories.stream()
                        .flatMap(repository -> repository.skipped().stream())
                        .toList(),
                strays,
                others);
    }

    private void open(Typed typed) throws SourceException {
        boolean folder = isFolder(typed);
        given.add(typed.text());
        if (!isNew(typed)) {
            return;
        }
        Optional<ArchiveKind> archive =
                folder || options.kind() != SourceOptions.Kind.AUTO ? Optional.empty() : ArchiveKind.of(typed.path());
        if (archive.isPresent()) {
            new ArchiveOpening(typed, archive.get()).open(this);
        } else if (!folder) {
            openFile(typed);
        } else if (target.isPresent()) {
            drafts.add(repository(typed, target.get().letter()).deployed(target.get()));
        } else {
            Optional<Draft> live =
                    machine.isConfigFolder(typed.path()) ? new LiveServer(machine, options).draft() : Optional.empty();
            live.ifPresentOrElse(drafts::add, () -> openFolder(typed));
        }
    }

    private void openFile(Typed typed) throws SourceException {
        GivenFile file = GivenFile.at(typed, options);
        boolean isPart = target.isEmpty() && file.isPlainWebConfig() && parts.open(typed, drafts);
        if (!isPart) {
            open(file, typed.text());
        }
    }

    private void open(GivenFile file, String typed) throws SourceException {
        Optional<GivenFile.Refusal> refusal = file.refusal();
        if (refusal.isPresent()) {
            String reason = refusal.get().reason();
            refused.add(new Opened.Refused(
                    typed, reason, typed + " " + reason, refusal.get().isForeign()));
            return;
        }
        boolean host = file.isApplicationHost();
        if (host && target.isPresent()) {
            throw new SourceException(typed
                    + " is an applicationHost.config; with --host give the web.config or the folder that is deployed");
        }
        drafts.add(host ? file.server() : target.map(file::deployed).orElseGet(file::site));
    }

    /** What was found since there were so many drafts is another's to name and to show. */
    List<Draft> takeDrafts(int since) {
        List<Draft> taken = new ArrayList<>(drafts.subList(since, drafts.size()));
        drafts.subList(since, drafts.size()).clear();
        return taken;
    }

    /** How many servers were found, and how much could not be looked into. */
    int answers() {
        return drafts.size() + refused.size();
    }

    /** Notes what lies beside servers and is none. */
    void passBy(OtherFile file) {
        others.add(file);
    }

    int draftCount() {
        return drafts.size();
    }

    void add(Draft draft) {
        drafts.add(draft);
    }

    /**
     * Opens a folder of an archive.
     *
     * @param isWhole whether all of it could be read, so that it is known what it does not hold
     */
    void openInside(Typed typed, boolean isWhole) {
        if (target.isPresent()) {
            drafts.add(repository(typed, target.get().letter()).deployed(target.get()));
            return;
        }
        boolean wasSearched = isSearched;
        isSearched |= !isWhole;
        openFolder(typed);
        isSearched = wasSearched;
    }

    private void openFolder(Typed typed) {
        try {
            Optional<Snapshot> snapshot = Snapshot.at(new Disk(), typed.path());
            if (snapshot.isPresent()) {
                List<String> names = List.of(typed.name(), typed.text());
                drafts.add(new Draft(names, name -> snapshot.get().source(name, typed.text(), options, known)));
            } else {
                openFleetOrRepository(typed);
            }
        } catch (IOException e) {
            cannotLook(typed, "", FileBytes.reason(e));
        }
    }

    private void openFleetOrRepository(Typed typed) {
        Fleet fleet = Fleet.below(typed.path());
        boolean hasServers = !fleet.snapshots().isEmpty();
        if (!hasServers && fleet.archives().isEmpty() && fleet.hidden().isEmpty()) {
            openRepository(typed);
        } else if (hasServers || !openedRepository(typed)) {
            openFleet(new FleetOpening(typed, fleet));
        }
    }

    /** Opens the servers of one entry of a fleet; what was refused. */
    List<Opened.Refused> openPart(Typed fleet, String name) {
        openServers(new FleetOpening(fleet, Fleet.at(fleet.path(), name)));
        return List.copyOf(refused);
    }

    /** Where no archive holds a server they are what they are, such as packages. */
    private void openFleet(FleetOpening fleet) {
        int before = answers();
        openServers(fleet);
        if (answers() == before) {
            fleet.openArchives(this);
        }
        if (answers() == before) {
            refuse(fleet.typed(), List.of(), fleet.fleet().others());
        }
    }

    private void openServers(FleetOpening fleet) {
        boolean wasSearched = isSearched;
        isSearched = true;
        fleet.openServers(this, (snapshot, name, root) -> snapshot.source(name, root, options, known));
        isSearched = wasSearched;
        strays.addAll(fleet.strays());
        others.addAll(fleet.others());
    }

    /** Whether it is a repository, and then it is opened. */
    private boolean openedRepository(Typed typed) {
        Repository repository = repository(typed, "R");
        Optional<Draft> draft = repository.assumed();
        draft.ifPresent(drafts::add);
        return draft.isPresent();
    }

    private void openRepository(Typed typed) {
        Repository repository = repository(typed, "R");
        Optional<Draft> draft = repository.assumed();
        if (draft.isPresent()) {
            if (!parts.open(typed, drafts)) {
                drafts.add(draft.get());
            }
            return;
        }
        refuse(typed, repository.transforms(), repository.others());
        repository.unreadable().forEach(folder -> cannotLook(typed, folder.path(), folder.reason()));
    }

    private void refuse(Typed typed, List<String> transforms, List<OtherFile> others) {
        if (isSearched) {
            return;
        }
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

    private Repository repository(Typed typed, String letter) {
        Repository repository = new Repository(typed, letter, options);
        repositories.add(repository);
        return repository;
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

    /** A path that leads to the same place as one before it adds nothing. */
    private boolean isNew(Typed typed) {
        try {
            return seen.add(typed.path().toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isFolder(Typed typed) throws SourceException {
        try {
            return Files.readAttributes(typed.path(), BasicFileAttributes.class).isDirectory();
        } catch (AccessDeniedException e) {
            throw new SourceException("cannot open " + typed.text() + ": permission denied");
        } catch (IOException e) {
            throw new SourceException("no such file or folder: " + typed.text() + " (" + POSSIBLE + ")");
        }
    }
}
