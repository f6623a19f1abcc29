package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import com.example.provider.Usage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;

/**
 * Agents in the structures of Spring AI's published patterns. Those are started by a runner when the application is up: each of their
 * calls is an agent without anything above it. Behind a server they have a request above them.
 */
final class Patterns {
    /** What a router chose, and why. */
    public record Route(String reasoning, String selection) {}

    public record Task(String style, String guideline) {}

    public record Plan(String analysis, List<Task> tasks) {}

    public record Draft(String thoughts, String text) {}

    public record Review(String verdict, String feedback) {}

    private static final String[] STEPS = {
        "Pick out the numbers and what they count.", "Sort them, the largest first.", "Make a table of them."
    };

    private Patterns() {}

    static void main(Marks marks) throws IOException, InterruptedException, ReflectiveOperationException {
        try (ScriptedProvider provider = ScriptedProvider.start(Patterns::answer, Faults.NONE, 0)) {
            ChatModel model = OpenAi.model(provider);
            ChatClient client = ChatClient.create(model);
            counted(marks, provider, "chain", () -> System.out.println(chain(client)));
            counted(marks, provider, "parallelization", () -> System.out.println(parallel(client)));
            counted(marks, provider, "routing", () -> System.out.println(route(client, "I was charged twice.")));
            counted(marks, provider, "orchestrator", () -> System.out.println(orchestrate(client, "Praise a bottle")));
            counted(marks, provider, "evaluator", () -> System.out.println(refine(client, "A stack with a minimum")));
            counted(marks, provider, "orchestratorBehindHttp", () -> behindHttp(() -> orchestrate(client, "Praise a bottle")));
            counted(marks, provider, "parallelizationBehindHttp", () -> behindHttp(() -> parallel(client).toString()));
            Examples.main(marks, provider, model);
        }
    }

    /** Says what the provider served meanwhile. */
    static void counted(Marks marks, ScriptedProvider provider, String name, Marks.Piece piece)
            throws IOException, InterruptedException {
        marks.run(name, () -> {
            Usage before = provider.handedOut();
            piece.run();
            Clients.used(name, before, provider.handedOut());
        });
    }

    /** Each step works on what the one before made. */
    private static String chain(ChatClient client) {
        String text = "92 of 100 customers are happy. We grew by 45 percent.";
        for (String step : STEPS) {
            text = client.prompt(step + "\n" + text).call().content();
        }
        return text;
    }

    /** The same question for each group, all at once. */
    private static List<String> parallel(ChatClient client) {
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (String group : List.of("customers", "employees", "investors")) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> client.prompt("How does the market change for them?\nInput: " + group).call().content(), workers));
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            workers.shutdown();
        }
    }

    /** A first call says who shall answer; a second one answers as that one. */
    private static String route(ChatClient client, String ticket) {
        Map<String, String> teams = Map.of("billing", "You explain bills.", "technical", "You explain machines.");
        Route route = client.prompt("Choose a team for this ticket.\nInput: " + ticket).call().entity(Route.class);
        System.out.println(route.selection() + ", since " + route.reasoning());
        return client.prompt(teams.get(route.selection()) + "\nInput: " + ticket).call().content();
    }

    /** A first call makes tasks of the one there is; each is a worker's. */
    private static String orchestrate(ChatClient client, String task) {
        Plan plan = client.prompt()
                .user(u -> u.text("Break this down into approaches.\nTask: {task}").param("task", task))
                .call()
                .entity(Plan.class);
        List<String> work = plan.tasks().stream()
                .map(each -> client.prompt()
                        .user(u -> u.text("Write it.\nTask: {task}\nStyle: {style}\nGuideline: {guideline}")
                                .param("task", task)
                                .param("style", each.style())
                                .param("guideline", each.guideline()))
                        .call()
                        .content())
                .toList();
        return plan.analysis() + " " + work;
    }

    /** One call writes, another one judges, until it is good enough. */
    private static String refine(ChatClient client, String task) {
        String context = "";
        while (true) {
            String history = context;
            Draft draft = client.prompt()
                    .user(u -> u.text("Solve it.\n{context}\nTask: {task}").param("context", history).param("task", task))
                    .call()
                    .entity(Draft.class);
            Review review = client.prompt()
                    .user(u -> u.text("Judge it.\nTask: {task}\nWork: {work}").param("task", task).param("work", draft.text()))
                    .call()
                    .entity(Review.class);
            if (review.verdict().equals("PASS")) {
                return draft.text();
            }
            context = context + "Before: " + draft.text() + "\nFeedback: " + review.feedback();
        }
    }

    private interface Work {
        String run() throws Exception;
    }

    /** Somebody who is not traced asks a server, and the server works. */
    private static void behindHttp(Work work) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ask", exchange -> {
            try (exchange) {
                byte[] body = work.run().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ask");
            System.out.println(HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
        } finally {
            server.stop(0);
        }
    }

    private static Answer answer(ChatRequest request) {
        String asked = request.body().path("messages").toString();
        if (asked.contains("Pick out")) {
            return Answer.text("92: happy customers\n45: growth");
        }
        if (asked.contains("Sort them")) {
            return Answer.text("92: happy customers\n45: growth");
        }
        if (asked.contains("Make a table")) {
            return Answer.text("| happy customers | 92 |\n| growth | 45 |");
        }
        if (asked.contains("market change")) {
            String group = asked.contains("customers") ? "customers" : asked.contains("employees") ? "employees" : "investors";
            return Answer.text("The " + group + " will want more.");
        }
        if (asked.contains("Choose a team")) {
            return Answer.text("{\"reasoning\":\"it is about money\",\"selection\":\"billing\"}");
        }
        if (asked.contains("You explain bills")) {
            return Answer.text("One of them will be paid back.");
        }
        if (asked.contains("Break this down")) {
            return Answer.text("{\"analysis\":\"two ways\",\"tasks\":[{\"style\":\"formal\",\"guideline\":\"name the volume\"},"
                    + "{\"style\":\"friendly\",\"guideline\":\"name the beach\"}]}");
        }
        if (asked.contains("Write it")) {
            return Answer.text(asked.contains("formal") ? "It holds a litre." : "Take it to the beach!");
        }
        if (asked.contains("Solve it")) {
            return Answer.text(asked.contains("Feedback")
                    ? "{\"thoughts\":\"better\",\"text\":\"two lists\"}"
                    : "{\"thoughts\":\"a first try\",\"text\":\"one list\"}");
        }
        if (asked.contains("Judge it")) {
            return Answer.text(asked.contains("two lists")
                    ? "{\"verdict\":\"PASS\",\"feedback\":\"\"}"
                    : "{\"verdict\":\"NEEDS_IMPROVEMENT\",\"feedback\":\"the minimum is slow\"}");
        }
        return Examples.answer(request);
    }
}
