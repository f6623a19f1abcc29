package com.example.handover;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.ToolExecutor;

/** Traced work for other work to be part of: a tool of LangChain4j. */
public final class Parents {
    /** What is done within. */
    public interface Work {
        void run() throws Throwable;
    }

    private record Tool(Work work) implements ToolExecutor {
        @Override
        public String execute(ToolExecutionRequest request, Object memoryId) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            return "done";
        }
    }

    private Parents() {}

    /** Does the work on this thread, within a span {@code execute_tool <name>}. */
    public static void within(String name, Work work) {
        ToolExecutionRequest request = ToolExecutionRequest.builder().id("call-" + name).name(name).arguments("{}").build();
        new Tool(work).execute(request, "default");
    }
}
