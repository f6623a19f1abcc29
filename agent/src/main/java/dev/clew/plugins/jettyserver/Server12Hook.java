package dev.clew.plugins.jettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Jetty 12: where a request comes to the server's handlers. */
@Hook(
        type = "org.eclipse.jetty.server.Server",
        method = "handle",
        params = {
            "org.eclipse.jetty.server.Request", "org.eclipse.jetty.server.Response", "org.eclipse.jetty.util.Callback"
        },
        wakes = Wake.WEAVING)
final class Server12Hook {
    private Server12Hook() {}

    @Enter
    static Object enter(@Arg(0) Request request, @Arg(1) Response response) {
        if (request == null || Incoming.isAny()) {
            return null;
        }
        Request own = Request.unWrap(request);
        Incoming incoming = Requests.begin(
                own, request.getMethod(), request.getHttpURI().getPath(), new Received(request.getHeaders()));
        if (incoming != null) {
            Request.addCompletionListener(own, new Ending(own, response));
        }
        return incoming;
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }

    private static final class Ending implements Consumer<Throwable> {
        private final Request request;
        private final Response response;

        Ending(Request request, Response response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public void accept(Throwable error) {
            try {
                int status = 0;
                try {
                    status = response.getStatus();
                } finally {
                    Requests.end(request, status, error);
                }
            } catch (Throwable ours) {
                // not known, then
            }
        }
    }

    private static final class Received implements UnaryOperator<String> {
        private final HttpFields headers;

        Received(HttpFields headers) {
            this.headers = headers;
        }

        @Override
        public String apply(String name) {
            List<String> values = headers.getValuesList(name);
            return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
        }
    }
}
