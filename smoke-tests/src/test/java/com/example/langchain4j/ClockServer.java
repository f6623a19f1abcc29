package com.example.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** An MCP server over its standard input and output, with one tool. */
public final class ClockServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClockServer() {}

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode request = JSON.readTree(line);
            if (request.has("id")) {
                System.out.println("{\"jsonrpc\":\"2.0\",\"id\":" + request.get("id") + ",\"result\":" + answer(request) + "}");
                System.out.flush();
            }
        }
    }

    private static String answer(JsonNode request) {
        return switch (request.path("method").asText()) {
            case "initialize" -> "{\"protocolVersion\":" + request.path("params").path("protocolVersion")
                    + ",\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"clocks\",\"version\":\"1\"}}";
            case "tools/list" -> "{\"tools\":[{\"name\":\"clock\",\"description\":\"Tells the time\",\"inputSchema\":"
                    + "{\"type\":\"object\",\"properties\":{\"zone\":{\"type\":\"string\"}}}}]}";
            case "tools/call" -> "{\"content\":[{\"type\":\"text\",\"text\":\"noon in "
                    + request.path("params").path("arguments").path("zone").asText() + "\"}]}";
            default -> "{}";
        };
    }
}
