package dev.clew.plugins.vertxweb;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Where a route that matches is handed a request. Many may be, one after the other: the last one that has a path is who answers. */
@Hook(type = "io.vertx.ext.web.impl.RouteState", method = "handleContext", params = "*", wakes = Wake.WEAVING)
final class RouteHook {
    private RouteHook() {}

    @Enter
    static Object enter(@Arg(0) RoutingContext context) {
        if (context != null && Requests.of(context.response()) != null) {
            Requests.route(context.response(), pattern(context));
        }
        return null;
    }

    /** Null where there is none: for any path, for a regular expression, and below a mount that is known by its values alone. */
    private static String pattern(RoutingContext context) {
        Route route = context.currentRoute();
        String path = route == null ? null : route.getPath();
        String mount = context.mountPoint();
        if (path == null || mount == null) {
            return path;
        }
        for (String value : context.pathParams().values()) {
            if (mount.contains('/' + value)) {
                return null;
            }
        }
        return mount.endsWith("/") ? mount.substring(0, mount.length() - 1) + path : mount + path;
    }
}
