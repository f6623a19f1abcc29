package dev.clew.plugins.tomcat;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** The response is complete, or given up: Tomcat makes the request's object ready for the next one. */
@Hook(type = "org.apache.catalina.connector.Request", method = "recycle", params = {}, wakes = Wake.WEAVING)
final class RecycleHook {
    private static final String JAKARTA = "jakarta.servlet.error.exception";
    private static final String JAVAX = "javax.servlet.error.exception";

    private RecycleHook() {}

    @Enter
    static Object enter(@This Request request) {
        if (Requests.of(request) != null) {
            Response response = request.getResponse();
            Requests.end(request, response == null ? 0 : response.getStatus(), error(request));
        }
        return null;
    }

    /** What a servlet or a filter threw. */
    private static Throwable error(Request request) {
        Object error = request.getAttribute(JAKARTA);
        if (error == null) {
            error = request.getAttribute(JAVAX);
        }
        return error instanceof Throwable ? (Throwable) error : null;
    }
}
