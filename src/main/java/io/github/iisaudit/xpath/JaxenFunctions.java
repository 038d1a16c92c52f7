package io.github.iisaudit.xpath;

import io.github.iisaudit.config.ConfigPath;
import io.github.iisaudit.kerberos.HostNames;
import io.github.iisaudit.kerberos.PoolAccount;
import io.github.iisaudit.kerberos.WindowsLogon;
import java.util.List;
import java.util.Locale;
import org.dom4j.Element;
import org.dom4j.Node;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.FunctionContext;
import org.jaxen.JaxenException;
import org.jaxen.NamespaceContext;
import org.jaxen.SimpleFunctionContext;
import org.jaxen.SimpleVariableContext;
import org.jaxen.XPathFunctionContext;
import org.jaxen.expr.Expr;
import org.jaxen.function.StringFunction;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates by jaxen what {@link Expression} cannot: the functions of {@link IisFunctions} as jaxen calls them. Safe for use by
 * several threads.
 */
final class JaxenFunctions {

    private static final String NAMESPACE = "urn:iisaudit";
    private static final NamespaceContext NAMESPACES = prefix -> "iis".equals(prefix) ? NAMESPACE : null;
    private static final FunctionContext FUNCTIONS = functions();

    private JaxenFunctions() {}

    /** There are no variables; it hands the focus on to functions. */
    private static final class Focused extends SimpleVariableContext {

        private final transient Focus focus;

        Focused(Focus focus) {
            this.focus = focus;
        }
    }

    /**
     * The value of an expression: a list of nodes, a string, a number or a boolean. A context for each call: contexts keep what
     * is found on the way, and one that threads share gives wrong answers.
     */
    static Object evaluate(Expr expr, Node from, Focus focus) throws JaxenException {
        Context context =
                new Context(new ContextSupport(NAMESPACES, FUNCTIONS, new Focused(focus), FocusNavigator.of(focus)));
        context.setNodeSet(List.of(from));
        context.setSize(1);
        context.setPosition(1);
        return expr.evaluate(context);
    }

    private static FunctionContext functions() {
        SimpleFunctionContext functions = new XPathFunctionContext(false);
        register(functions, "lower", (c, args) -> string(c, args.get(0)).toLowerCase(Locale.ROOT));
        register(functions, "same", (c, args) -> IisFunctions.same(string(c, args.get(0)), string(c, args.get(1))));
        register(functions, "has", (c, args) -> has(c, (List<?>) args.get(0), string(c, args.get(1))));
        register(functions, "first-segment", (c, args) -> ConfigPath.site(string(c, args.get(0))));
        register(functions, "is-default", (c, args) -> IisFunctions.isDefault(first((List<?>) args.get(0))));
        register(functions, "is-server", (c, args) -> IisFunctions.isServer(at(c), focus(c), string(c, args.get(0))));
        register(
                functions,
                "is-server-host",
                (c, args) -> IisFunctions.isServerHost(at(c), focus(c), string(c, args.get(0))));
        register(functions, "account", (c, args) -> PoolAccount.of(scope(c)));
        register(functions, "computer", (c, args) -> PoolAccount.computer(scope(c)));
        register(functions, "host-names", (c, args) -> HostNames.list(scope(c)));
        register(functions, "spns", (c, args) -> HostNames.spns(scope(c)));
        register(
                functions,
                "word",
                (c, args) -> IisFunctions.word(string(c, args.get(0)), string(c, args.get(1)), args.size() > 2));
        register(functions, "file", (c, args) -> IisFunctions.file(at(c)));
        register(functions, "has-site", (c, args) -> IisFunctions.hasSite(at(c), focus(c), string(c, args.get(0))));
        register(functions, "lies-in", (c, args) -> IisFunctions.liesIn(focus(c), string(c, args.get(0))));
        registerServing(functions);
        return functions;
    }

    private static void registerServing(SimpleFunctionContext functions) {
        register(functions, "windows-logon", (c, args) -> WindowsLogon.isAskedFor(scope(c)));
        register(functions, "module-runs", (c, args) -> WindowsLogon.runs(scope(c), string(c, args.get(0))));
        register(functions, "is-closed", (c, args) -> WindowsLogon.isClosed(scope(c)));
        register(functions, "open-verbs", (c, args) -> IisFunctions.openVerbs(first((List<?>) args.get(0)), focus(c)));
        register(
                functions,
                "runs-asp-net",
                (c, args) -> IisFunctions.runsAspNet(first((List<?>) args.get(0)), first((List<?>) args.get(1))));
        register(functions, "is-loopback", (c, args) -> HostNames.isLoopback(first((List<?>) args.get(0))));
    }

    /** The same as jaxen's own, with the types of its lists. */
    private interface Function {
        Object call(Context context, List<?> arguments);
    }

    private static void register(SimpleFunctionContext functions, String name, Function function) {
        functions.registerFunction(NAMESPACE, name, (context, arguments) -> function.call(context, arguments));
    }

    private static String string(Context context, Object value) {
        return StringFunction.evaluate(value, context.getNavigator());
    }

    private static boolean has(Context context, List<?> nodes, String wanted) {
        return nodes.stream().anyMatch(node -> IisFunctions.same(string(context, node), wanted));
    }

    private static @Nullable Node first(List<?> nodes) {
        return nodes.isEmpty() ? null : (Node) nodes.get(0);
    }

    private static Node at(Context context) {
        return (Node) context.getNodeSet().get(0);
    }

    private static @Nullable Element scope(Context context) {
        return focus(context).scope(at(context));
    }

    private static Focus focus(Context context) {
        return ((Focused) context.getContextSupport().getVariableContext()).focus;
    }
}
