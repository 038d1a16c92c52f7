package io.github.iisaudit.xpath;

import io.github.iisaudit.config.Loopback;
import io.github.iisaudit.kerberos.WindowsLogon;
import io.github.iisaudit.xpath.Signature.Type;
import org.dom4j.Document;
import org.dom4j.Node;

/** A call of a function that answers yes or no. */
final class BooleanCall extends Call {

    BooleanCall(String function, Expression[] arguments) {
        super(function, arguments);
    }

    @Override
    Type type() {
        return Type.BOOLEAN;
    }

    @Override
    boolean holds(Node at, Focus focus) {
        return switch (function()) {
            case "not" -> !arguments()[0].holds(at, focus);
            case "boolean" -> arguments()[0].holds(at, focus);
            case "true" -> true;
            case "false" -> false;
            case "starts-with" -> text(0, at, focus).startsWith(text(1, at, focus));
            case "contains" -> find(text(0, at, focus), text(1, at, focus), focus) >= 0;
            case "iis:same" -> IisFunctions.same(text(0, at, focus), text(1, at, focus));
            case "iis:has" -> has(at, focus);
            case "iis:is-default" -> IisFunctions.isDefault(node(at, focus));
            case "iis:is-server" -> IisFunctions.isServer(at, focus, text(0, at, focus));
            case "iis:is-server-host" -> IisFunctions.isServerHost(at, focus, text(0, at, focus));
            case "iis:lies-in" -> IisFunctions.liesIn(focus, text(0, at, focus));
            case "iis:has-site" -> IisFunctions.hasSite(at, focus, text(0, at, focus));
            default -> isOfServing(at, focus);
        };
    }

    private boolean isOfServing(Node at, Focus focus) {
        return switch (function()) {
            case "iis:windows-logon" -> WindowsLogon.isAskedFor(focus.scope(at));
            case "iis:module-runs" -> WindowsLogon.runs(focus.scope(at), text(0, at, focus));
            case "iis:is-closed" -> WindowsLogon.isClosed(focus.scope(at));
            case "iis:runs-asp-net" -> IisFunctions.runsAspNet(focus.scope(at), node(0, at, focus), node(1, at, focus));
            case "iis:is-loopback" -> Loopback.is(node(at, focus));
            default -> throw new IllegalStateException("no function " + function());
        };
    }

    private boolean has(Node at, Focus focus) {
        NodeSet nodes = (NodeSet) arguments()[0];
        String text = text(1, at, focus);
        Document document = focus.document();
        return document != null && nodes.isOfDocument()
                ? focus.texts().have(nodes, document, focus, text)
                : nodes.walk(at, focus, new Same(text, focus.steps()));
    }

    /** Stops at a node with a text that is the same ignoring case. */
    private static final class Same implements NodeVisitor {

        private final String text;
        private final Steps steps;

        Same(String text, Steps steps) {
            this.text = text;
            this.steps = steps;
        }

        @Override
        public boolean stopsAt(Node node) {
            return IisFunctions.same(steps.text(node), text);
        }
    }
}
