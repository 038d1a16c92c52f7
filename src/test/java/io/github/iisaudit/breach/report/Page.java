package io.github.iisaudit.breach.report;

import com.unboundid.ldap.sdk.DN;
import io.github.iisaudit.breach.xml.Tree;
import java.nio.file.Path;
import org.dom4j.Element;
import org.jaxen.JaxenException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import picocli.CommandLine.Option;

/** Everything that a report must not do. */
public class Page {

    @Option(names = "--width")
    int width;

    public Mark mark(Mark mark) {
        return mark;
    }

    public DN name(DN name) {
        return name;
    }

    public JaxenException jaxen(JaxenException thrown) {
        return thrown;
    }

    public Tree tree(Element element, Path path) {
        System.out.println(element.getName() + path);
        return new Tree();
    }
}
