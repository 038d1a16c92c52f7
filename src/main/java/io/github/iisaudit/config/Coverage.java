package io.github.iisaudit.config;

import io.github.iisaudit.config.EffectiveSection.ConfigError;
import io.github.iisaudit.source.ConfigSource;
import io.github.iisaudit.source.ConfigSource.Host;
import io.github.iisaudit.source.Lookup;
import io.github.iisaudit.source.Strays;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which files of a server an answer rests on: how many were read, which could not be, and what was not collected. */
public final class Coverage {

    /**
     * A file that could not be read or parsed.
     *
     * @param file relative to the root, with forward slashes; empty for all of the server
     * @param reason one line; begins with {@code line:column: } where there is a place
     */
    public record Unreadable(String file, String reason) {

        /** The file and the reason. */
        public String described() {
            return file.isEmpty() ? reason : file + ": " + reason;
        }
    }

    private static final String STOCK =
            "no applicationHost.config was given: a stock IIS 10 server is assumed (--host names the real one)";

    private static final int NAMED = 5;
    private static final String APPLIED = " applied: ";
    private static final String NOT_AUDITED = " not audited: ";

    private final ConfigSource source;
    private final HostFile hostFile;
    private final LayerSource layers;

    Coverage(ConfigSource source, HostFile hostFile, LayerSource layers) {
        this.source = source;
        this.hostFile = hostFile;
        this.layers = layers;
    }

    /** How many files were read, those that could not be parsed included. */
    public int files() {
        boolean isRead = source.host() != Host.ASSUMED && hostFile.root() != null;
        boolean isBroken = hostFile.error() != null && hostFile.error().kind() != ErrorKind.CANNOT_READ_FILE;
        return layers.files().count() + (isRead || isBroken ? 1 : 0);
    }

    /** Files that are there and could not be read or parsed. */
    public List<Unreadable> unreadable() {
        List<Unreadable> all = new ArrayList<>();
        if (hostFile.error() != null) {
            all.add(unreadable(hostFile.error()));
        }
        for (ConfigError error : layers.files().broken()) {
            all.add(unreadable(error));
        }
        Set<Unreadable> lookups = new LinkedHashSet<>();
        addUnreadable(lookups, layers.unavailable());
        addUnreadable(lookups, source.unreadable());
        all.addAll(lookups);
        return all;
    }

    private static void addUnreadable(Set<Unreadable> all, List<Lookup.Unavailable> lookups) {
        for (Lookup.Unavailable lookup : lookups) {
            if (lookup.unreadable()) {
                all.add(new Unreadable(lookup.path(), lookup.reason()));
            }
        }
    }

    private static Unreadable unreadable(ConfigError error) {
        Span place = error.place();
        String at = place == null ? "" : place.line() + ":" + place.column() + ": ";
        return new Unreadable(error.file(), at + error.message());
    }

    /** What of the server the answer does not rest on; asked before the source is closed. */
    public Unjudged unjudged() {
        if (hostFile.unknown() != null || hostFile.error() != null) {
            return Unjudged.NONE;
        }
        List<String> transforms = source.transforms();
        List<String> missing = new ArrayList<>();
        for (Lookup.Unavailable lookup : layers.unavailable()) {
            if (!lookup.unreadable() && !transforms.contains(lookup.path())) {
                missing.add(lookup.path());
            }
        }
        Strays strays = source.strays();
        List<String> places = new ArrayList<>(missing);
        if (!strays.files().isEmpty()) {
            places.addAll(layers.places());
        }
        missing.replaceAll(Unjudged::folder);
        return Unjudged.of(strays, missing, places);
    }

    /** What else limits the answer. */
    public List<Notice> notices() {
        return notices(unjudged());
    }

    /** The same where it is known what the answer does not rest on. */
    public List<Notice> notices(Unjudged unjudged) {
        List<Notice> notices = new ArrayList<>();
        saidOfHost().forEach(sentence -> notices.add(Notice.of(sentence)));
        List<String> folders = unjudged.notCollected();
        if (!folders.isEmpty()) {
            notices.add(new Notice(missing(folders.size()), folders));
        }
        unjudged.ofUnassigned().ifPresent(notices::add);
        unjudged.ofOthers().ifPresent(notices::add);
        return notices;
    }

    private List<String> saidOfHost() {
        List<String> notices = new ArrayList<>();
        if (hostFile.unknown() != null) {
            notices.add(hostFile.unknown());
        }
        if (hostFile.notice() != null) {
            notices.add(hostFile.notice());
        }
        if (source.host() == Host.ASSUMED) {
            notices.add(STOCK);
            List<String> offered = source.developmentHosts();
            if (!offered.isEmpty()) {
                notices.add("IIS Express reads " + String.join(" or ", offered)
                        + " here: --host with that file and --site with the name of its site audit with it");
            }
        }
        List<String> applied = source.appliedTransforms();
        if (!applied.isEmpty()) {
            notices.add(applied(applied));
        }
        notAudited(source.transforms()).ifPresent(notices::add);
        return notices;
    }

    private static String applied(List<String> transforms) {
        return some(transforms) + APPLIED + Few.named(Few.first(transforms, NAMED));
    }

    /** What is to be said of transforms that were not applied. */
    public static Optional<String> notAudited(List<String> transforms) {
        return transforms.isEmpty()
                ? Optional.empty()
                : Optional.of(some(transforms) + NOT_AUDITED + Few.named(Few.first(transforms, NAMED)));
    }

    /** Whether a notice is of transforms that were applied, or were not. */
    public static boolean isOfTransforms(String notice) {
        return notice.contains(APPLIED) || notice.contains(NOT_AUDITED);
    }

    private static String some(List<String> transforms) {
        return transforms.size() == 1 ? "1 transform was" : transforms.size() + " transforms were";
    }

    private String missing(int count) {
        String folders = count == 1 ? "folder was" : "folders were";
        return layers.files().count() == 0
                ? "judged from applicationHost.config alone, as " + count + " content " + folders + " not collected"
                : count + " content " + folders + " not collected, and a web.config there may change what is said here";
    }
}
