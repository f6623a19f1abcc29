package dev.clew.plugins.springmvc;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import jakarta.servlet.http.HttpServletRequest;

/** Where Spring MVC 6 and later has found who handles a request, and noted by which pattern. */
@Hook(
        type = "org.springframework.web.servlet.DispatcherServlet",
        method = "getHandler",
        params = "jakarta.servlet.http.HttpServletRequest",
        wakes = Wake.WEAVING)
final class JakartaHook {
    private JakartaHook() {}

    @Exit
    static void exit(@Arg(0) HttpServletRequest request) {
        if (request != null) {
            Routes.took(request.getAttribute(Routes.ATTRIBUTE));
        }
    }
}
