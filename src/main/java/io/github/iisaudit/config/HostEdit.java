package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.SourceText;
import io.github.iisaudit.xml.Span;
import io.github.iisaudit.xml.Splice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes to the text of applicationHost.config as appcmd makes them with {@code /commit:apphost}, in memory: the
 * file itself stays as it is. A change is made in the element that is there for the path, else inside the location
 * tag that is there, else in a new one at the end. No line is added, so what was read before keeps its line. Not
 * safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/getting-started-with-iis/getting-started-with-appcmdexe">Getting started with appcmd</a>
 */
public final class HostEdit {

    private final LocatedElement root;
    private final SourceText text;
    private final Layer host;
    private final SiteTree tree;
    private final List<Splice> splices = new ArrayList<>();

    private HostEdit(LocatedElement root, ServerConfiguration server) {
        this.root = root;
        this.text = root.span().source();
        this.host = server.resolver().host();
        this.tree = server.tree();
    }

    /** Begins without a change; empty where applicationHost.config could not be read. */
    public static Optional<HostEdit> of(ServerConfiguration server) {
        return server.hostRoot().map(root -> new HostEdit(root, server));
    }

    /**
     * Sets attributes of a section for a path; to be called once for each path and section.
     *
     * @param path empty for the whole server
     * @param attributes at least one
     */
    public void set(String path, String section, Map<String, String> attributes) {
        set(path, section, Wanted.of(attributes));
    }

    /** The same of all that a section can hold. */
    public void set(String path, String section, Wanted wanted) {
        Optional<LocatedElement> written = host.at(path).stream()
                .map(block -> block.sections().get(section))
                .filter(Objects::nonNull)
                .findFirst();
        if (written.isPresent()) {
            setContent(written.get(), wanted);
            return;
        }
        String[] steps = section.split("/");
        Optional<LocatedElement> around = path.isEmpty() ? Optional.of(root) : plainTag(path);
        if (around.isPresent()) {
            addWithin(around.get(), steps, wanted);
        } else {
            String content = nested(List.of(steps), wanted);
            addInside(root, "<location " + Wanted.assignment("path", path) + ">" + content + "</location>");
        }
    }

    /** A section that is added to a tag with an override mode would be locked or unlocked by it. */
    private Optional<LocatedElement> plainTag(String path) {
        return host.at(path).stream()
                .filter(block -> block.mode() == OverrideMode.INHERIT && block.modeDoubt() == null)
                .filter(block -> block.reachesChildApplications() && block.pathDoubt() == null)
                .map(Block::location)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Sets attributes of the process model of a pool.
     *
     * @return false where there is no pool of that name
     */
    public boolean setProcessModel(String pool, Map<String, String> attributes) {
        Optional<LocatedElement> element = tree.poolNamed(pool).map(Node::state).map(ElementState::nearest);
        if (element.isEmpty()) {
            return false;
        }
        LocatedElement process = (LocatedElement) element.get().element("processModel");
        if (process == null) {
            addInside(element.get(), Wanted.element("processModel", attributes));
        } else {
            setAttributes(process, attributes);
        }
        return true;
    }

    private void setContent(LocatedElement section, Wanted wanted) {
        setAttributes(section, wanted.attributes());
        StringBuilder missing = new StringBuilder();
        wanted.elements().forEach((name, attributes) -> {
            LocatedElement written = (LocatedElement) section.element(name);
            if (written == null) {
                missing.append(Wanted.element(name, attributes));
            } else {
                setAttributes(written, attributes);
            }
        });
        wanted.lists().forEach((name, values) -> {
            LocatedElement written = (LocatedElement) section.element(name);
            if (written == null) {
                missing.append(Wanted.list(name, values, 0));
            } else {
                replace(written, name, values);
            }
        });
        if (missing.length() > 0) {
            addInside(section, missing.toString());
        }
    }

    private void replace(LocatedElement list, String name, List<String> values) {
        int start = list.span().start();
        int end = list.span().end();
        int lines = (int)
                text.text().substring(start, end).chars().filter(c -> c == '\n').count();
        splices.add(new Splice(start, end, Wanted.list(name, values, lines)));
    }

    private void setAttributes(LocatedElement element, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            LocatedAttribute written = (LocatedAttribute) element.attribute(name);
            if (written == null) {
                int end = element.nameSpan().end();
                splices.add(new Splice(end, end, " " + Wanted.assignment(name, value)));
            } else if (!written.getValue().equals(value)) {
                Span old = written.valueSpan();
                splices.add(new Splice(old.start(), old.end(), Wanted.escaped(value)));
            }
        });
    }

    private void addWithin(LocatedElement around, String[] steps, Wanted wanted) {
        LocatedElement innermost = around;
        int depth = 0;
        LocatedElement next = (LocatedElement) around.element(steps[0]);
        while (next != null) {
            innermost = next;
            depth++;
            next = depth < steps.length ? (LocatedElement) innermost.element(steps[depth]) : null;
        }
        if (depth == steps.length) {
            setContent(innermost, wanted);
        } else {
            addInside(innermost, nested(List.of(steps).subList(depth, steps.length), wanted));
        }
    }

    private void addInside(LocatedElement element, String content) {
        int end = element.span().end();
        if (element.startTag().end() == element.span().end()) {
            splices.add(new Splice(end - 2, end, ">" + content + "</" + element.getQualifiedName() + ">"));
        } else {
            int endTag = text.text().lastIndexOf("</", end - 1);
            splices.add(new Splice(endTag, endTag, content));
        }
    }

    private static String nested(List<String> names, Wanted wanted) {
        StringBuilder text = new StringBuilder();
        List<String> groups = names.subList(0, names.size() - 1);
        groups.forEach(group -> text.append('<').append(group).append('>'));
        text.append(wanted.text(names.get(names.size() - 1)));
        for (int i = groups.size() - 1; i >= 0; i--) {
            text.append("</").append(groups.get(i)).append('>');
        }
        return text.toString();
    }

    /** The path of the file, as its source shows it. */
    public String path() {
        return text.path();
    }

    /** What is changed, in the order of the file. */
    public List<Splice> splices() {
        List<Splice> ordered = new ArrayList<>(splices);
        ordered.sort(Comparator.comparingInt(Splice::start));
        return ordered;
    }

    /** The changed file, in UTF-8 with the byte order mark that overrides the encoding that it may declare. */
    public byte[] bytes() {
        return ("\uFEFF" + Splice.applied(text.text(), splices())).getBytes(StandardCharsets.UTF_8);
    }
}
