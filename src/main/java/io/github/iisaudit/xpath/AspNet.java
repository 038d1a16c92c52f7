package io.github.iisaudit.xpath;

import java.util.Locale;
import java.util.Set;
import org.dom4j.Attribute;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/**
 * Whether ASP.NET (.NET Framework) runs at a path, so that its sections below {@code system.web} mean something there: the pool
 * loads a runtime, no handler of another module takes all requests, and URL Rewrite does not send them all to another server.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/">managedRuntimeVersion:
 *     empty for no managed code</a>
 * @see <a href="https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config">the handler of ASP.NET Core</a>
 */
final class AspNet {

    /** What decides, beside the handlers. */
    static final Set<String> READ = Set.of("applicationPool/@managedRuntimeVersion", "@forwarding");

    /** Modules that take requests to programs of their own; those of IIS that serve files leave managed requests alone. */
    private static final Set<String> OTHERS = Set.of(
            "aspnetcoremodule", "aspnetcoremodulev2", "httpplatformhandler", "iisnode", "fastcgimodule", "cgimodule");

    private AspNet() {}

    /** @param scope, pool, handlers null where there are none */
    static boolean runs(@Nullable Element scope, @Nullable Element pool, @Nullable Element handlers) {
        boolean isForwarded = scope != null && scope.attribute("forwarding") != null;
        return !isForwarded && !hasNoRuntime(pool) && !isTaken(handlers);
    }

    private static boolean hasNoRuntime(@Nullable Element pool) {
        Attribute runtime = pool == null ? null : pool.attribute("managedRuntimeVersion");
        return runtime != null && runtime.getValue().isEmpty() && !IisFunctions.isDefault(runtime);
    }

    private static boolean isTaken(@Nullable Element handlers) {
        if (handlers == null) {
            return false;
        }
        for (Element handler : handlers.elements("add")) {
            if (isForAll(handler) && isOther(handler)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForAll(Element handler) {
        String type = handler.attributeValue("resourceType", "Unspecified");
        return handler.attributeValue("path", "").equals("*")
                && handler.attributeValue("verb", "").equals("*")
                && type.equals("Unspecified");
    }

    private static boolean isOther(Element handler) {
        String module = handler.attributeValue("modules", "").toLowerCase(Locale.ROOT);
        String program = handler.attributeValue("scriptProcessor", "").toLowerCase(Locale.ROOT);
        boolean isIsapi = module.equals("isapimodule") && !program.contains("aspnet_isapi.dll");
        return OTHERS.contains(module) || (isIsapi && !program.isEmpty());
    }
}
