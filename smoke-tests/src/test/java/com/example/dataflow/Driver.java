package com.example.dataflow;

import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.Script;
import com.example.provider.ScriptedProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs all scenarios, each for one request that a server gets; the models say what the scenario has. */
final class Driver {
    /** A library at work: makes the agents of one scenario after the other. */
    interface Library {
        /** For one scenario. */
        Team team(Scenario scenario) throws Exception;
    }

    /** The agents of one scenario. */
    interface Team {
        String ask(Scenario.Agent agent) throws Exception;

        /** What each said. */
        default Map<String, String> work(Scenario scenario) throws Exception {
            Map<String, String> said = new ConcurrentHashMap<>();
            for (List<Scenario.Agent> stage : scenario.stages()) {
                List<CompletableFuture<String>> answers = new ArrayList<>();
                for (Scenario.Agent agent : stage.subList(1, stage.size())) {
                    answers.add(CompletableFuture.supplyAsync(() -> asked(agent), AT_ONCE));
                }
                said.put(stage.get(0).name(), ask(stage.get(0)));
                for (int i = 0; i < answers.size(); i++) {
                    said.put(stage.get(i + 1).name(), answers.get(i).join());
                }
            }
            return said;
        }

        private String asked(Scenario.Agent agent) {
            try {
                return ask(agent);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }
    }

    private static final Executor AT_ONCE = Executors.newCachedThreadPool();

    /** Makes a library's use of a provider. */
    interface Setup {
        Library with(ScriptedProvider provider) throws Exception;
    }

    private Driver() {}

    static void main(String marks, Setup setup) throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(answers(), Faults.NONE, 0)) {
            run(new Marks(marks), setup.with(provider));
        }
    }

    private static void run(Marks marks, Library library) throws IOException, InterruptedException {
        Map<String, Work> all = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = all.get(exchange.getRequestURI().getPath().substring(1)).run().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.setExecutor(AT_ONCE);
        server.start();
        HttpClient client = HttpClient.newHttpClient();
        for (Scenario scenario : Corpus.all()) {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + scenario.name());
            if (Corpus.all().stream().anyMatch(other -> scenario.name().equals(other.twin()))) {
                continue; // with the other
            }
            marks.run(scenario.name(), () -> {
                all.put(scenario.name(), new Work(scenario, library.team(scenario))); // what a memory held before is no part of the request
                CompletableFuture<HttpResponse<String>> other = null;
                if (scenario.twin() != null) {
                    Scenario twin = Corpus.all().stream().filter(one -> one.name().equals(scenario.twin())).findFirst().orElseThrow();
                    all.put(twin.name(), new Work(twin, library.team(twin)));
                    other = client.sendAsync(HttpRequest.newBuilder(uri.resolve("/" + twin.name())).build(), BodyHandlers.ofString());
                }
                System.out.print(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
                System.out.print(other == null ? "" : other.join().body());
            });
        }
        server.stop(0);
    }

    private record Work(Scenario scenario, Team team) {
        String run() {
            StringBuilder said = new StringBuilder();
            try {
                Map<String, String> answers = team.work(scenario);
                for (Scenario.Agent agent : scenario.agents()) {
                    said.append(agent.name()).append(": ").append(answers.get(agent.name())).append('\n');
                }
            } catch (Exception e) {
                said.append("threw ").append(e).append('\n');
            }
            return said.toString();
        }
    }

    private static Script answers() {
        List<Scenario.Agent> agents = new ArrayList<>();
        Corpus.all().forEach(scenario -> agents.addAll(scenario.agents()));
        Map<Scenario.Agent, CountDownLatch> meetings = new ConcurrentHashMap<>();
        return request -> {
            for (Scenario.Agent agent : agents) {
                if (request.systemSays(agent.tag())) {
                    int round = roundsSoFar(request);
                    if (round == 0) {
                        meet(agent, meetings);
                    }
                    return answer(agent, round);
                }
            }
            return Answer.text("who?");
        };
    }

    /** Those that work at once are all asked before one answers; a library that asks one by one waits a while. */
    private static void meet(Scenario.Agent agent, Map<Scenario.Agent, CountDownLatch> meetings) {
        List<Scenario.Agent> stage = agent.stage();
        CountDownLatch all = meetings.computeIfAbsent(stage.get(0), first -> new CountDownLatch(stage.size()));
        all.countDown();
        try {
            all.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often tools were asked for since the last question. */
    private static int roundsSoFar(ChatRequest request) {
        int rounds = 0;
        for (JsonNode message : request.body().path("messages")) {
            String role = message.path("role").asText();
            rounds = role.equals("user") ? 0 : message.path("tool_calls").isEmpty() ? rounds : rounds + 1;
        }
        return rounds;
    }

    private static Answer answer(Scenario.Agent agent, int round) {
        if (round >= agent.rounds().size()) {
            return Answer.text(agent.answer());
        }
        List<Answer.Call> calls = new ArrayList<>();
        for (Scenario.Call call : agent.rounds().get(round)) {
            calls.add(new Answer.Call(call.tool(), call.arguments()));
        }
        return Answer.calls(null, calls.toArray(new Answer.Call[0]));
    }

    /** What a tool answers to these arguments. */
    static String result(Scenario.Agent agent, String tool, String arguments) {
        String wanted = arguments.replaceAll("\\s", "");
        for (List<Scenario.Call> round : agent.rounds()) {
            for (Scenario.Call call : round) {
                if (call.tool().equals(tool) && call.arguments().replaceAll("\\s", "").equals(wanted)) {
                    return call.result();
                }
            }
        }
        throw new IllegalArgumentException(tool + " is not called with " + arguments);
    }

    static List<String> tools(Scenario.Agent agent) {
        List<String> tools = new ArrayList<>();
        for (List<Scenario.Call> round : agent.rounds()) {
            for (Scenario.Call call : round) {
                if (!tools.contains(call.tool())) {
                    tools.add(call.tool());
                }
            }
        }
        return tools;
    }
}
