package com.example.dataflow;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.agent.UntypedAgentBuilder;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scenarios with LangChain4j's services. */
public final class WithLangChain4j {
    public interface Assistant {
        String chat(String text);
    }

    private WithLangChain4j() {}

    public static void main(String[] args) throws Exception {
        Driver.main(args[0], provider -> {
            ChatModel model = OpenAiChatModel.builder().baseUrl(provider.baseUrl()).apiKey("sk-none").modelName("gpt-4o-mini").build();
            return scenario -> {
                ChatMemory memory = MessageWindowChatMemory.withMaxMessages(30);
                for (String entry : scenario.entries()) {
                    memory.add(UserMessage.from(entry));
                    memory.add(AiMessage.from("Noted."));
                }
                return scenario.isPassing() ? new Workflow(model) : agent -> assistant(model, agent, memory).chat(agent.prompt());
            };
        });
        System.exit(0);
    }

    /** Agents that the library invokes, and whose answers it hands on. */
    private record Workflow(ChatModel model) implements Driver.Team {
        @Override
        public String ask(Scenario.Agent agent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> work(Scenario scenario) {
            List<Object> steps = new ArrayList<>();
            for (List<Scenario.Agent> stage : scenario.stages()) {
                Object[] agents = stage.stream().map(this::agent).toArray();
                steps.add(agents.length == 1 ? agents[0]
                        : AgenticServices.parallelBuilder().name("at once").subAgents(agents).output(scope -> "").build());
            }
            Map<String, String> said = new HashMap<>();
            AgenticServices.sequenceBuilder().name(scenario.name()).subAgents(steps.toArray()).output(scope -> {
                scenario.agents().forEach(agent -> said.put(agent.name(), (String) scope.state().get(agent.name())));
                return "";
            }).build().invoke(Map.of());
            return said;
        }

        private Object agent(Scenario.Agent agent) {
            UntypedAgentBuilder builder = AgenticServices.agentBuilder().name(agent.name()).chatModel(model)
                    .systemMessage(agent.instructions()).userMessage(agent.template()).outputKey(agent.name());
            agent.variables().forEach(variable -> builder.inputKey(String.class, variable));
            return builder.build();
        }
    }

    private static Assistant assistant(ChatModel model, Scenario.Agent agent, ChatMemory memory) {
        AiServices<Assistant> builder = AiServices.builder(Assistant.class).chatModel(model).systemMessageProvider(id -> agent.instructions());
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        for (String tool : Driver.tools(agent)) {
            ToolSpecification specification = ToolSpecification.builder()
                    .name(tool)
                    .description("Does what its name says")
                    .parameters(JsonObjectSchema.builder().additionalProperties(true).build())
                    .build();
            tools.put(specification, (request, id) -> Driver.result(agent, tool, request.arguments()));
        }
        if (!tools.isEmpty()) {
            builder.tools(tools);
        }
        if (!agent.documents().isEmpty()) {
            List<Content> found = new ArrayList<>();
            agent.documents().forEach(text -> found.add(Content.from(text)));
            builder.contentRetriever(query -> found);
        }
        if (agent.isRemembering()) {
            builder.chatMemory(memory);
        }
        return builder.build();
    }
}
