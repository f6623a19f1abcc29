package com.example.dataflow;

import com.alibaba.cloud.ai.graph.RunnableConfig;
import com.alibaba.cloud.ai.graph.agent.Builder;
import com.alibaba.cloud.ai.graph.agent.ReactAgent;
import com.alibaba.cloud.ai.graph.checkpoint.savers.MemorySaver;
import com.example.springai.OpenAi;
import java.util.List;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;
import org.springframework.ai.tool.ToolCallback;

/** The scenarios with Spring AI Alibaba's agents. They search nothing by themselves: the application does, and tells what it found. */
public final class WithAlibaba {
    private WithAlibaba() {}

    public static void main(String[] args) throws Exception {
        // Spring Boot's logging would write to stdout
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Driver.main(args[0], provider -> {
            ChatModel model = OpenAi.model(provider);
            return scenario -> {
                MemorySaver memory = new MemorySaver();
                return agent -> ask(model, agent, memory);
            };
        });
        System.exit(0);
    }

    private static String ask(ChatModel model, Scenario.Agent agent, MemorySaver memory) throws Exception {
        Builder builder = ReactAgent.builder()
                .name(agent.name())
                .description("Is called " + agent.name())
                .model(model)
                .systemPrompt(agent.instructions());
        List<ToolCallback> tools = WithSpringAi.tools(agent);
        if (!tools.isEmpty()) {
            builder.tools(tools);
        }
        if (agent.isRemembering()) {
            return builder.saver(memory).build()
                    .call(prompt(agent), RunnableConfig.builder().threadId("team").build()).getText();
        }
        return builder.build().call(prompt(agent)).getText();
    }

    private static String prompt(Scenario.Agent agent) {
        if (agent.documents().isEmpty()) {
            return agent.prompt();
        }
        StringBuilder prompt = new StringBuilder(agent.prompt()).append("\nUse what was found:\n");
        for (Document document : new Shelf(agent.documents()).retrieve(new Query(agent.prompt()))) {
            prompt.append(document.getText()).append('\n');
        }
        return prompt.toString();
    }
}
