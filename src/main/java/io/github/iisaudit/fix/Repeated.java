package io.github.iisaudit.fix;

import io.github.iisaudit.config.Scope;
import io.github.iisaudit.config.ServerConfiguration;
import io.github.iisaudit.fix.Craft.CannotException;
import io.github.iisaudit.rule.Finding;
import io.github.iisaudit.xml.LocatedElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dom4j.Attribute;
import org.dom4j.Element;

/** What can go because the server says the same without it. */
final class Repeated {

    private final Shop shop;
    private final Workpiece piece;

    Repeated(Shop shop, Workpiece piece) {
        this.shop = shop;
        this.piece = piece;
    }

    FileSplice without(LocatedElement element, Finding finding) throws CannotException {
        if (!shop.mayRead()) {
            throw new CannotException(LeftOut.NOT_TRIED);
        }
        FileSplice splice = piece.without(element);
        Mended alone = new Mended(Optional.of(finding), "", List.of(splice), Optional.empty());
        ServerConfiguration after = ServerConfiguration.read(
                shop.edited(shop.patches(List.of(alone)).orElseThrow()));
        for (String path : finding.paths()) {
            Optional<Scope> scope = after.find(path);
            if (scope.isEmpty() || !says(scope.get().document(), element)) {
                throw new CannotException(
                        "it does not say the same as what is there without it: decide which is wanted");
            }
        }
        return splice;
    }

    /** Whether an effective document has an element in the same place with all that this one says. */
    private static boolean says(Element document, LocatedElement element) {
        Deque<String> names = new ArrayDeque<>();
        for (Element e = element; e.getParent() != null; e = e.getParent()) {
            if (!e.getName().equals("location")) {
                names.addFirst(e.getName());
            }
        }
        return says(List.of(document), names, element);
    }

    private static boolean says(List<Element> from, Deque<String> names, LocatedElement element) {
        String name = names.removeFirst();
        for (Element parent : from) {
            for (Element child : parent.elements(name)) {
                boolean isThere = names.isEmpty()
                        ? covers(child, element)
                        : says(List.of(child), new ArrayDeque<>(names), element);
                if (isThere) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(Element effective, Element written) {
        for (Attribute attribute : written.attributes()) {
            if (!attribute.getValue().equalsIgnoreCase(effective.attributeValue(attribute.getName()))
                    || attribute.getValue().contains("*")) {
                return false;
            }
        }
        for (Element child : written.elements()) {
            if (effective.elements(child.getName()).stream().noneMatch(other -> covers(other, child))) {
                return false;
            }
        }
        return true;
    }
}
