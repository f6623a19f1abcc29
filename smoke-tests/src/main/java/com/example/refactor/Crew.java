package com.example.refactor;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;

/** Wires the crew: who uses which model, memory and tools. */
final class Crew {

    private Crew() {}

    static RefactorCrew hire(ChatModel model, CodeBase code) {
        // whoever rewrites the call sites should remember what the reader saw
        ChatMemory shared = MessageWindowChatMemory.withMaxMessages(20);

        IntentReader reader = AgenticServices.agentBuilder(IntentReader.class)
                .chatModel(model)
                .chatMemory(shared)
                .build();
        CallSiteRewriter rewriter = AgenticServices.agentBuilder(CallSiteRewriter.class)
                .chatModel(model)
                .chatMemory(shared)
                .tools(new RewriteTool(code))
                .executeToolsConcurrently()
                .build();
        TestRunner runner = AgenticServices.agentBuilder(TestRunner.class)
                .chatModel(model)
                .tools(new TestTool(code))
                .build();
        return AgenticServices.sequenceBuilder(RefactorCrew.class)
                .subAgents(reader, rewriter, runner)
                .outputKey("report")
                .build();
    }
}
