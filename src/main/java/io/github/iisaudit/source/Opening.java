package io.github.iisaudit.source;

import io.github.iisaudit.source.Expansion.LimitException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    private final OpenedSoFar soFar = new OpenedSoFar();
    private final Set<Path> seen = new HashSet<>();

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

    /** What is opened until now, for those who open for this. */
    OpenedSoFar soFar() {
        return soFar;
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
        return soFar.opened();
    }

    /** What lies in memory. */
    Opened open(ServerFiles files) {
        try {
            openInside(files.folder(), true);
        } catch (LimitException e) {
            soFar.refuse(new Opened.Refused(
                    files.name(), ArchiveReader.reason(e), files.name() + ": " + ArchiveReader.reason(e)));
        }
        return soFar.opened();
    }

    private void open(Typed typed) throws SourceException {
        boolean folder = isFolder(typed);
        soFar.given(typed);
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
            soFar.drafts().add(repository(typed, target.get().letter()).deployed(target.get()));
        } else {
            Optional<Draft> live =
                    machine.isConfigFolder(typed.path()) ? new LiveServer(machine, options).draft() : Optional.empty();
            live.ifPresentOrElse(soFar.drafts()::add, () -> openFolder(typed));
        }
    }

    private void openFile(Typed typed) throws SourceException {
        GivenFile file = GivenFile.at(typed, options);
        boolean isPart = target.isEmpty() && file.isPlainWebConfig() && parts.open(typed, soFar.drafts());
        if (!isPart) {
            open(file, typed.text());
        }
    }

    private void open(GivenFile file, String typed) throws SourceException {
        Optional<GivenFile.Refusal> refusal = file.refusal();
        if (refusal.isPresent()) {
            String reason = refusal.get().reason();
            soFar.refuse(new Opened.Refused(
                    typed, reason, typed + " " + reason, refusal.get().isForeign()));
            return;
        }
        boolean host = file.isApplicationHost();
        if (host && target.isPresent()) {
            throw new SourceException(typed
                    + " is an applicationHost.config; with --host give the web.config or the folder that is deployed");
        }
        soFar.drafts().add(host ? file.server() : target.map(file::deployed).orElseGet(file::site));
    }

    /**
     * Opens a folder of an archive.
     *
     * @param isWhole whether all of it could be read, so that it is known what it does not hold
     */
    void openInside(Typed typed, boolean isWhole) {
        if (target.isPresent()) {
            soFar.drafts().add(repository(typed, target.get().letter()).deployed(target.get()));
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
                soFar.drafts().add(new Draft(names, name -> snapshot.get().source(name, typed.text(), options, known)));
            } else {
                openFleetOrRepository(typed);
            }
        } catch (IOException e) {
            soFar.cannotLook(typed, "", FileBytes.reason(e));
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
        return List.copyOf(soFar.refused());
    }

    /** Where no archive holds a server they are what they are, such as packages. */
    private void openFleet(FleetOpening fleet) {
        int before = soFar.answers();
        openServers(fleet);
        if (soFar.answers() == before) {
            fleet.openArchives(this);
        }
        if (soFar.answers() == before) {
            refuse(fleet.typed(), List.of(), fleet.fleet().others());
        }
    }

    private void openServers(FleetOpening fleet) {
        boolean wasSearched = isSearched;
        isSearched = true;
        fleet.openServers(this, (snapshot, name, root) -> snapshot.source(name, root, options, known));
        isSearched = wasSearched;
        soFar.passBy(fleet.strays(), fleet.others());
    }

    /** Whether it is a repository, and then it is opened. */
    private boolean openedRepository(Typed typed) {
        Repository repository = repository(typed, "R");
        Optional<Draft> draft = repository.assumed();
        draft.ifPresent(soFar.drafts()::add);
        return draft.isPresent();
    }

    private void openRepository(Typed typed) {
        Repository repository = repository(typed, "R");
        Optional<Draft> draft = repository.assumed();
        if (draft.isPresent()) {
            if (!parts.open(typed, soFar.drafts())) {
                soFar.drafts().add(draft.get());
            }
            return;
        }
        refuse(typed, repository.transforms(), repository.others());
        repository.unreadable().forEach(folder -> soFar.cannotLook(typed, folder.path(), folder.reason()));
    }

    private void refuse(Typed typed, List<String> transforms, List<OtherFile> others) {
        if (!isSearched) {
            soFar.nothingIn(typed, transforms, others);
        }
    }

    private Repository repository(Typed typed, String letter) {
        return soFar.add(new Repository(typed, letter, options));
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
