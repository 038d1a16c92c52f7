package io.github.iisaudit.source;

import io.github.iisaudit.source.StockHost.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder with web.config files and no applicationHost.config, mapped to an invented drive. */
final class Repository {

    private final Typed typed;
    private final String drive;
    private final Disk disk;
    private final Content content;
    private final WebConfigIndex index;
    private final Computers computers;

    /**
     * A repository.
     *
     * @param letter the invented drive
     */
    Repository(Typed typed, String letter, SourceOptions options) {
        this.typed = typed;
        this.drive = letter + ":\\";
        this.disk = new Disk(Boundary.ofWorkTree(typed.path()));
        this.computers = options.computers();
        Drives drives = new RepositoryDrive(letter, Optional.of(typed.path()));
        this.index = WebConfigIndex.ofRepository(
                new Search(disk, SkippedFolders.REPOSITORY, new SearchLog(drives, disk)), typed.path());
        this.content = new Folders(disk, drives, new Variables("C", options.variables()), index);
    }

    /** The folders that could not be searched. */
    List<Lookup.Unavailable> unreadable() {
        return content.unreadable();
    }

    /** The transforms among its files. */
    List<String> transforms() {
        return content.transforms();
    }

    /** The files of other kinds among its files. */
    List<OtherFile> others() {
        return content.others();
    }

    /** What is not looked into: a path and why, for each. */
    List<String> skipped() {
        content.foldersWithWebConfig(drive);
        List<String> all = new ArrayList<>();
        index.log()
                .skipped()
                .forEach(folder -> all.add(typed.below(folder)
                        + (isOfVisualStudio(folder)
                                ? " (holds the configuration of IIS Express, which --host can name)"
                                : " (never holds configuration of a site)")));
        GitListing.ignored(typed.path()).forEach(path -> all.add(typed.below(path) + " (ignored by git)"));
        return all;
    }

    private static boolean isOfVisualStudio(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1).equalsIgnoreCase(".vs");
    }

    /**
     * The files that IIS Express reads, one for each solution, as far as folders were searched.
     *
     * @see <a href="https://learn.microsoft.com/visualstudio/ide/solution-specific-folder">.vs/SOLUTION/config</a>
     */
    private List<String> developmentHosts() {
        List<String> hosts = new ArrayList<>();
        for (String folder : index.log().skipped()) {
            if (isOfVisualStudio(folder)) {
                addHosts(folder, hosts);
            }
        }
        return hosts;
    }

    private void addHosts(String folder, List<String> hosts) {
        Path start = typed.path().resolve(folder);
        try {
            for (Entry solution : disk.list(start).entries()) {
                disk.find(start, List.of(solution.name(), "config", HostFolder.APPLICATION_HOST))
                        .ifPresent(file -> hosts.add(typed.below(Drives.below(typed.path(), file))));
            }
        } catch (IOException e) {
            return; // nobody needs them for the audit
        }
    }

    /** Each top-most folder with a web.config as a site of a stock server; empty where there is none. */
    Optional<Draft> assumed() {
        return assumed(null);
    }

    /** @param asked what is asked about of it; null for all */
    Optional<Draft> assumed(WorkTreeParts.@Nullable Asked asked) {
        List<String> roots = siteRoots();
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        HostFiles host = HostText.assumed(StockHost.with(sites(roots)));
        return Optional.of(new Draft(
                List.of(typed.name(), typed.text()),
                name -> new ServerSource(name, typed.text(), host, content, Optional.empty())
                        .besideHosts(this::developmentHosts)
                        .asking(asked == null ? null : asked::contains)
                        .below(drive)));
    }

    /** The whole repository as the root of a site of a real server. */
    Draft deployed(DeploymentTarget target) {
        return new Draft(
                List.of(target.file().folderName(), typed.name(), typed.text()),
                name -> new ServerSource(
                                name, typed.text(), target.hostFiles(), content, Optional.of(target.deployment()))
                        .of(computers.of(name, Computer.UNKNOWN))
                        .below(drive));
    }

    /** Whether a web.config that is audited lies in a folder or below it. */
    boolean holds(String folder) {
        String below = folder + "/";
        return content.foldersWithWebConfig(drive).stream()
                .anyMatch(each -> (each + "/").regionMatches(true, 0, below, 0, below.length()));
    }

    private List<String> siteRoots() {
        if (!(webConfig("") instanceof Lookup.Absent)) {
            return isSite("") ? List.of("") : List.of();
        }
        List<String> folders = content.foldersWithWebConfig(drive);
        Set<String> all = new HashSet<>(folders);
        List<String> roots = new ArrayList<>();
        for (String folder : folders) {
            if (isTopMost(folder, all) && isSite(folder)) {
                roots.add(folder);
            }
        }
        return roots;
    }

    /** Where all is transforms there is nothing to audit. */
    private boolean isSite(String root) {
        if (!isTransform(root)) {
            return true;
        }
        String above = root.isEmpty() ? "" : root + "/";
        return content.foldersWithWebConfig(drive).stream()
                .anyMatch(folder -> folder.startsWith(above) && !isTransform(folder));
    }

    private boolean isTransform(String folder) {
        return webConfig(folder) instanceof Lookup.Unavailable missing
                && missing.reason().equals(Transform.REASON);
    }

    private Lookup webConfig(String folder) {
        String path = folder.isEmpty() ? WebConfigWalk.WEB_CONFIG : folder + "/" + WebConfigWalk.WEB_CONFIG;
        return content.file(drive, path);
    }

    private static boolean isTopMost(String folder, Set<String> all) {
        for (int slash = folder.lastIndexOf('/'); slash > 0; slash = folder.lastIndexOf('/', slash - 1)) {
            if (all.contains(folder.substring(0, slash))) {
                return false;
            }
        }
        return true;
    }

    private List<Site> sites(List<String> roots) {
        List<List<String>> candidates = new ArrayList<>();
        roots.forEach(root -> candidates.add(names(root)));
        List<String> names = UniqueNames.choose(candidates);
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sites.add(new Site(names.get(i), drive + roots.get(i).replace('/', '\\')));
        }
        return sites;
    }

    private List<String> names(String root) {
        String folder = root.isEmpty() ? typed.name() : root.substring(root.lastIndexOf('/') + 1);
        return List.of(Site.nameFrom(folder), Site.nameFrom(root.replace('/', '.')));
    }
}
