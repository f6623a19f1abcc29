package com.example.dataflow;

import com.example.springai.OpenAi;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** The scenarios with Spring AI's clients. */
public final class WithSpringAi {
    private static final String MEMORY = "the team's";

    private WithSpringAi() {}

    public static void main(String[] args) throws Exception {
        // Spring Boot's logging would write to stdout
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Driver.main(args[0], provider -> {
            ChatModel model = OpenAi.model(provider);
            return scenario -> {
                ChatMemory memory = MessageWindowChatMemory.builder().maxMessages(30).build();
                for (String entry : scenario.entries()) {
                    memory.add(MEMORY, List.of(new UserMessage(entry), new AssistantMessage("Noted.")));
                }
                return agent -> client(model, agent, memory).call().content();
            };
        });
        System.exit(0);
    }

    private static ChatClient.ChatClientRequestSpec client(ChatModel model, Scenario.Agent agent, ChatMemory memory) {
        var request = ChatClient.create(model).prompt().system(agent.instructions()).user(agent.prompt());
        List<ToolCallback> tools = tools(agent);
        if (!tools.isEmpty()) {
            request = request.toolCallbacks(tools);
        }
        if (!agent.documents().isEmpty()) {
            request = request.advisors(RetrievalAugmentationAdvisor.builder().documentRetriever(new Shelf(agent.documents())).build());
        }
        if (agent.isRemembering()) {
            request = request.advisors(MessageChatMemoryAdvisor.builder(memory).build())
                    .advisors(a -> a.param("chat_memory_conversation_id", MEMORY));
        }
        return request;
    }

    static List<ToolCallback> tools(Scenario.Agent agent) {
        List<ToolCallback> tools = new ArrayList<>();
        for (String name : Driver.tools(agent)) {
            ToolDefinition definition = ToolDefinition.builder()
                    .name(name)
                    .description("Does what its name says")
                    .inputSchema("{\"type\":\"object\",\"properties\":{}}")
                    .build();
            tools.add(new ToolCallback() {
                @Override
                public ToolDefinition getToolDefinition() {
                    return definition;
                }

                @Override
                public String call(String input) {
                    return Driver.result(agent, name, input);
                }
            });
        }
        return tools;
    }
}
