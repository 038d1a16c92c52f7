package io.github.iisaudit.fix;

import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.rule.Finding.Place;
import io.github.iisaudit.rule.Remedy;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dom4j.Element;

/** Knows how each kind of remedy is done to a server's files, as they were collected. Used for one server. */
final class Craft {

    private static final String IN_PACKAGE = "the file is not as it is on the server: a deployment changes it";

    private final Shop shop;

    Craft(Shop shop) {
        this.shop = shop;
    }

    /** Why a remedy cannot be done. */
    static final class CannotException extends Exception {

        private static final long serialVersionUID = 1L;

        CannotException(String reason) {
            super(reason);
        }
    }

    /** What a remedy does about a finding. */
    Mended mend(Finding finding, Certainty.Certain certain) throws CannotException {
        List<FileSplice> splices = new ArrayList<>();
        Optional<Deed> deed = Optional.empty();
        for (Place place : certain.places()) {
            Workpiece piece = piece(place.file());
            LocatedElement element = piece.at(place).orElseThrow(() -> new CannotException(IN_PACKAGE));
            switch (certain.edit()) {
                case DELETE_ELEMENT -> splices.add(piece.without(element));
                case DELETE_REPEATED -> splices.add(new Repeated(shop, piece).without(element, finding));
                case SWAP_PROVIDERS -> splices.addAll(Providers.around(element).swapped(piece));
                case MOVE_TO_HOST -> splices.addAll(moved(piece, element, finding));
            }
            deed = certain.places().size() == 1 ? deed(certain.edit(), piece, element) : Optional.empty();
        }
        return new Mended(Optional.of(finding), what(certain.edit()), splices, deed);
    }

    /** A file of the server to work on. */
    Workpiece piece(String file) throws CannotException {
        return shop.piece(file).orElseThrow(() -> new CannotException(IN_PACKAGE));
    }

    private static String what(Remedy.Edit edit) {
        return switch (edit) {
            case DELETE_ELEMENT -> "delete it";
            case DELETE_REPEATED -> "delete it, as the same is said without it";
            case SWAP_PROVIDERS -> "put Negotiate first";
            case MOVE_TO_HOST -> "move it to a location tag of applicationHost.config";
        };
    }

    private List<FileSplice> moved(Workpiece piece, LocatedElement section, Finding finding) throws CannotException {
        List<FileSplice> all = new ArrayList<>(List.of(piece.without(section)));
        all.addAll(new Move(shop, this).toHost(section, finding.paths()));
        return all;
    }

    private static Optional<Deed> deed(Remedy.Edit edit, Workpiece piece, LocatedElement element)
            throws CannotException {
        Element tag = element;
        while (tag != null && !tag.getName().equals("location")) {
            tag = tag.getParent();
        }
        String path = tag == null ? "" : tag.attributeValue("path", "");
        if (!piece.isHost() || path.equals(".")) {
            return Optional.empty();
        }
        if (edit == Remedy.Edit.DELETE_ELEMENT && tag == element && !path.isEmpty()) {
            return Optional.of(new Deed.RemoveLocation(path));
        }
        return edit == Remedy.Edit.SWAP_PROVIDERS
                ? Optional.of(Providers.around(element).deed(path))
                : Optional.empty();
    }
}
