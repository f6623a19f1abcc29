package dev.clew.plugins.tomcat;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import org.apache.catalina.connector.Request;

/** Where a request comes from the connector, before all hosts, contexts, filters and servlets. */
@Hook(
        type = "org.apache.catalina.core.StandardEngineValve",
        method = "invoke",
        params = {"org.apache.catalina.connector.Request", "org.apache.catalina.connector.Response"},
        wakes = Wake.WEAVING)
final class EngineHook {
    private EngineHook() {}

    /** An asynchronous request that is dispatched comes here once more. */
    @Enter
    static Object enter(@Arg(0) Request request) {
        if (request == null || Incoming.isAny()) {
            return null;
        }
        return request.isAsync()
                ? Requests.resume(request)
                : Requests.begin(request, request.getMethod(), request.getRequestURI(), new Received(request));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }

    private static final class Received implements UnaryOperator<String> {
        private final Request request;

        Received(Request request) {
            this.request = request;
        }

        @Override
        public String apply(String name) {
            String first = request.getHeader(name);
            if (first == null || name.equals("traceparent")) {
                return first;
            }
            Enumeration<String> values = request.getHeaders(name);
            StringBuilder all = new StringBuilder(values.nextElement());
            while (values.hasMoreElements()) {
                all.append(',').append(values.nextElement());
            }
            return all.toString();
        }
    }
}
