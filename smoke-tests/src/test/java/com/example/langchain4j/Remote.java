package com.example.langchain4j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.service.V;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An agent that is reached over A2A; its server is a few lines of JSON. */
public final class Remote {
    public interface Poet {
        @Agent(outputKey = "story")
        String poem(@V("topic") String topic);
    }

    private Remote() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> answer(exchange, url));
        server.start();
        Poet poet = AgenticServices.a2aBuilder(url, Poet.class).outputKey("story").build();
        Marks marks = new Marks(args[0]);
        marks.run("workflow", () -> {
            UntypedAgent sequence = AgenticServices.sequenceBuilder()
                    .name("Anthology")
                    .subAgents(poet, Workflows.editor(new Scripted(request -> AiMessage.from("edited"))))
                    .outputKey("story")
                    .build();
            System.out.println(sequence.invoke(Map.of("topic", "dragons")));
        });
        marks.run("alone", () -> System.out.println(poet.poem("dragons")));
        marks.run("refused", () -> poet.poem("refuse this"));
        server.stop(0);
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, String url) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = asked.replaceFirst("(?s).*\"id\"\\s*:\\s*(\"[^\"]*\"|\\d+).*", "$1");
        String text;
        if (exchange.getRequestMethod().equals("GET")) {
            text = "{\"name\":\"Poet\",\"description\":\"Writes poems\",\"url\":\"" + url + "\",\"version\":\"1\","
                    + "\"protocolVersion\":\"0.3.0\",\"preferredTransport\":\"JSONRPC\",\"capabilities\":{\"streaming\":false},"
                    + "\"defaultInputModes\":[\"text\"],\"defaultOutputModes\":[\"text\"],\"skills\":[]}";
        } else if (asked.contains("refuse")) {
            text = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":-32603,\"message\":\"no verses today\"}}";
        } else {
            text = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"kind\":\"message\",\"role\":\"agent\",\"messageId\":\"m1\","
                    + "\"parts\":[{\"kind\":\"text\",\"text\":\"a poem\"}]}}";
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
