package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.AiServices;
import java.nio.file.Path;
import java.util.List;

/** Tools of a server that runs in a process of its own. */
public final class Mcp {
    private Mcp() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        McpClient client = new DefaultMcpClient.Builder()
                .key("clocks")
                .transport(new StdioMcpTransport.Builder()
                        .command(List.of(java, "-cp", System.getProperty("java.class.path"), ClockServer.class.getName()))
                        .build())
                .build();
        marks.run("agent", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(toolsThen("It is noon.", call("c1", "clock", "{\"zone\":\"UTC\"}"))))
                .toolProvider(McpToolProvider.builder().mcpClients(client).build())
                .build()
                .chat("What time is it?")));
        marks.run("direct", () -> {
            client.executeTool(call("c2", "clock", "{\"zone\":\"CET\"}"));
            System.out.println("done");
        });
        client.close();
        System.exit(0);
    }
}
