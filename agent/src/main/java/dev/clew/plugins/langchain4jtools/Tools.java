package dev.clew.plugins.langchain4jtools;

import dev.clew.trace.ToolCall;
import dev.clew.trace.ToolMakers;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the hooks of tools have in common. */
final class Tools {
    private static final String WRAPPERS = "dev.langchain4j.exception.Tool";
    private static final String LIBRARY = "dev.langchain4j.";
    /** Where an executor keeps the object whose method it calls. */
    private static final String[] FIELDS = {"object", "delegate"};

    /** A text, known already. */
    private record Text(String text) implements Supplier<String> {
        @Override
        public String get() {
            return text;
        }
    }

    /** A result, since 1.6: its text may be made when first asked for, so not on the application's thread. */
    private record Answer(ToolExecutionResult result) implements Supplier<String> {
        @Override
        public String get() {
            try {
                return result.resultText();
            } catch (IllegalStateException severalContents) {
                StringBuilder text = new StringBuilder();
                List<Content> contents = result.resultContents();
                for (Content content : contents) {
                    boolean words = content instanceof TextContent;
                    text.append(text.length() == 0 ? "" : "\n");
                    text.append(words ? ((TextContent) content).text() : "[" + content.type() + "]");
                }
                return text.toString();
            }
        }
    }

    private Tools() {}

    static void madeOf(ToolCall call, Object executor) {
        if (call != null && executor != null) {
            call.madeOf(executor, LIBRARY, FIELDS);
        }
    }

    private record Executors(Map<String, ToolExecutor> all) implements Function<String, ToolExecutor> {
        @Override
        public ToolExecutor apply(String name) {
            return all.get(name);
        }
    }

    static ToolMakers makers(Map<String, ToolExecutor> executors) {
        return new ToolMakers(new Executors(executors), LIBRARY, FIELDS);
    }

    static ToolCall begin(ToolExecutionRequest request) {
        if (request == null || request.name() == null) {
            return null;
        }
        ToolCall call = ToolCall.start(request.name(), request.id(), request.arguments());
        call.type("function");
        return call;
    }

    static void end(ToolCall call, Object result, Throwable error) {
        if (call == null) {
            return;
        }
        // in this order: the last type is not there before 1.6
        if (result instanceof String text) {
            call.result(new Text(text));
        } else if (result instanceof ToolExecutionResultMessage message) {
            call.result(new Text(message.text()));
        } else if (result != null) {
            answered(call, (ToolExecutionResult) result);
        }
        call.close(error == null ? null : cause(error));
    }

    private static void answered(ToolCall call, ToolExecutionResult result) {
        call.result(result.result() instanceof String text && !result.isError() ? new Text(text) : new Answer(result));
        if (result.isError()) {
            call.failure("_OTHER");
        }
    }

    /** What a tool threw, without the library's wrapper. */
    static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown.getCause() != null && thrown.getClass().getName().startsWith(WRAPPERS);
        return wrapped ? thrown.getCause() : thrown;
    }
}
