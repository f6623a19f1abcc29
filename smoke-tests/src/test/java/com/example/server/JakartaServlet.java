package com.example.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** The servlet of {@code jakarta.servlet}. */
public final class JakartaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String path = request.getRequestURI();
        Reply reply = new Answer(response);
        if (Work.kind(path).equals("later")) {
            AsyncContext async = request.startAsync();
            Work.POOL.execute(() -> {
                Work.call(path);
                try {
                    Work.whole(reply, 200, path);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                async.complete();
            });
        } else if (Work.kind(path).equals("again")) {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                Work.call(path);
                Work.whole(reply, 200, path);
            } else {
                Work.lonely(request.startAsync()::dispatch);
            }
        } else {
            try {
                Work.answer(path, reply);
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        }
    }

    private record Answer(HttpServletResponse response) implements Reply.Bytes {
        @Override
        public void head(int status) {
            response.setStatus(status);
        }

        @Override
        public OutputStream body() throws IOException {
            return response.getOutputStream();
        }
    }
}
