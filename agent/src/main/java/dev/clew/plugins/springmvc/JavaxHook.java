package dev.clew.plugins.springmvc;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import javax.servlet.http.HttpServletRequest;

/** Where Spring MVC 5 has found who handles a request, and noted by which pattern. */
@Hook(
        type = "org.springframework.web.servlet.DispatcherServlet",
        method = "getHandler",
        params = "javax.servlet.http.HttpServletRequest",
        wakes = Wake.WEAVING)
final class JavaxHook {
    private JavaxHook() {}

    @Exit
    static void exit(@Arg(0) HttpServletRequest request) {
        if (request != null) {
            Routes.took(request.getAttribute(Routes.ATTRIBUTE));
        }
    }
}
