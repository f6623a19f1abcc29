package com.example.springai;

import com.example.langchain4j.ClockServer;
import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.mcp.AsyncMcpToolCallbackProvider;
import org.springframework.ai.mcp.SyncMcpToolCallbackProvider;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.execution.DefaultToolExecutionExceptionProcessor;
import org.springframework.ai.tool.function.FunctionToolCallback;

/** Tools that are no methods of a class: functions, and those of servers in processes of their own. */
final class MoreTools {
    /** What to shout. */
    public record Words(String text) {}

    private static final IllegalStateException HOARSE = new IllegalStateException("hoarse");

    private MoreTools() {}

    static void main(Marks marks) throws IOException, InterruptedException, ReflectiveOperationException {
        try (ScriptedProvider provider = ScriptedProvider.start(
                request -> request.lastToolResult() != null
                        ? Answer.text("It is done.")
                        : Answer.calls(null, new Answer.Call(
                                request.body().path("tools").path(0).path("function").path("name").asText(),
                                "{\"text\":\"hey\",\"zone\":\"UTC\"}")),
                Faults.NONE, 0)) {
            ChatModel model = OpenAi.model(provider);
            marks.run("function", () -> System.out.println(ask(model, function("shout"))));
            marks.run("brokenFunction", () -> System.out.println(ask(model, function("croak"))));
            marks.run("ownLoop", () -> System.out.println(ownLoop(false)));
            marks.run("ownLoopThrows", () -> System.out.println(ownLoop(true)));
            try (McpSyncClient client = McpClient.sync(clocks()).build()) {
                client.initialize();
                marks.run("mcp", () -> System.out.println(
                        ask(model, new SyncMcpToolCallbackProvider(client).getToolCallbacks())));
            }
            McpAsyncClient client = McpClient.async(clocks()).build();
            client.initialize().block();
            ToolCallback[] tools = new AsyncMcpToolCallbackProvider(client).getToolCallbacks();
            marks.run("mcpAsync", () -> System.out.println(ask(model, tools)));
            marks.run("streamMcp", () -> System.out.println(
                    ChatClient.create(model).prompt("go").toolCallbacks(tools).stream().content().collectList().block().size() > 0));
            client.closeGracefully().block();
        }
    }

    private static String ask(ChatModel model, ToolCallback... tools) {
        return ChatClient.create(model).prompt("go").toolCallbacks(tools).call().content();
    }

    private static ToolCallback function(String name) {
        return FunctionToolCallback.builder(name, (Words words) -> {
            if (name.equals("croak")) {
                throw HOARSE;
            }
            return words.text().toUpperCase();
        }).description("Makes noise").inputType(Words.class).build();
    }

    /** An application that runs the tools of an answer itself. */
    private static String ownLoop(boolean throwing) {
        ChatResponse asked = new ChatResponse(List.of(new Generation(message())));
        DefaultToolCallingManager manager = DefaultToolCallingManager.builder()
                .toolExecutionExceptionProcessor(new DefaultToolExecutionExceptionProcessor(throwing))
                .build();
        ToolCallingChatOptions options = ToolCallingChatOptions.builder().toolCallbacks(Clients.tools()).build();
        try {
            var history = manager.executeToolCalls(new Prompt(List.of(new UserMessage("save it")), options), asked)
                    .conversationHistory();
            return history.get(history.size() - 1).getMessageType().getValue();
        } catch (RuntimeException e) {
            return "the same: " + (e.getCause() == Toolbox.BROKEN);
        }
    }

    /** Made by a builder from 2.0 on, by a constructor before. */
    private static AssistantMessage message() {
        var call = new AssistantMessage.ToolCall("call-1", "function", "save", "{\"name\":\"a.txt\"}");
        try {
            for (Constructor<?> constructor : AssistantMessage.class.getConstructors()) {
                if (constructor.getParameterCount() == 3) {
                    return (AssistantMessage) constructor.newInstance("", java.util.Map.of(), List.of(call));
                }
            }
            Object builder = AssistantMessage.class.getMethod("builder").invoke(null);
            builder.getClass().getMethod("toolCalls", List.class).invoke(builder, List.of(call));
            return (AssistantMessage) builder.getClass().getMethod("build").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server in a process of its own; since 0.11 of the SDK its transport wants to be told how to read JSON. */
    private static McpClientTransport clocks() throws ReflectiveOperationException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ServerParameters server = ServerParameters.builder(java)
                .args("-cp", System.getProperty("java.class.path"), ClockServer.class.getName())
                .build();
        Class<?> transport = Class.forName("io.modelcontextprotocol.client.transport.StdioClientTransport");
        for (Constructor<?> constructor : transport.getConstructors()) {
            if (constructor.getParameterCount() == 1) {
                return (McpClientTransport) constructor.newInstance(server);
            }
        }
        Constructor<?> constructor = transport.getConstructors()[0];
        return (McpClientTransport) constructor.newInstance(server, json());
    }

    private static Object json() throws ReflectiveOperationException {
        try {
            return Class.forName("io.modelcontextprotocol.json.McpJsonDefaults").getMethod("getMapper").invoke(null);
        } catch (ClassNotFoundException older) {
            return Class.forName("io.modelcontextprotocol.json.McpJsonMapper").getMethod("getDefault").invoke(null);
        }
    }
}
