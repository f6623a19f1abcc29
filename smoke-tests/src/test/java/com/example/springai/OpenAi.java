package com.example.springai;

import com.example.provider.ScriptedProvider;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.List;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.tool.ToolCallback;

/** OpenAI's model, which is made in another way from 2.0 on: by reflection, so that one program does for all versions. */
public final class OpenAi {
    private static final String PACKAGE = "org.springframework.ai.openai.";

    private OpenAi() {}

    public static ChatModel model(ScriptedProvider provider, ToolCallback... tools) throws ReflectiveOperationException {
        return (ChatModel) set(builder(provider, tools), "build");
    }

    /** One that says what it does by Spring's own means. */
    static ChatModel observed(ScriptedProvider provider, ObservationRegistry registry) throws ReflectiveOperationException {
        Object builder = builder(provider);
        set(builder, "observationRegistry", registry);
        set(builder, "toolCallingManager", DefaultToolCallingManager.builder().observationRegistry(registry).build());
        return (ChatModel) set(builder, "build");
    }

    private static Object builder(ScriptedProvider provider, ToolCallback... tools) throws ReflectiveOperationException {
        Object builder = start("OpenAiChatModel");
        if (isOne()) {
            Object api = start("api.OpenAiApi");
            set(api, "baseUrl", provider.baseUrl().replace("/v1", ""));
            set(api, "apiKey", "key");
            set(builder, "openAiApi", set(api, "build"));
            set(builder, "defaultOptions", options(tools));
            Class<?> retries = Class.forName("org.springframework.ai.retry.RetryUtils");
            set(builder, "retryTemplate", retries.getField("SHORT_RETRY_TEMPLATE").get(null));
        } else {
            Object options = start("OpenAiChatOptions");
            set(options, "baseUrl", provider.baseUrl());
            set(options, "apiKey", "key");
            set(options, "model", "gpt-4o-mini");
            set(builder, "options", set(options, "build"));
        }
        return builder;
    }

    /** With the probability of each token. */
    static ChatOptions probable() throws ReflectiveOperationException {
        Object options = start("OpenAiChatOptions");
        set(options, "model", "gpt-4o-mini");
        set(options, "logprobs", true);
        return (ChatOptions) set(options, "build");
    }

    public static ChatOptions options(ToolCallback... tools) throws ReflectiveOperationException {
        Object options = start("OpenAiChatOptions");
        set(options, "model", "gpt-4o-mini");
        set(options, "temperature", 0.5);
        if (isOne()) {
            set(options, "streamUsage", true);
        }
        if (tools.length > 0) {
            set(options, "toolCallbacks", List.of(tools));
        }
        return (ChatOptions) set(options, "build");
    }

    /** Whether the model runs the tools itself. */
    static boolean isOne() {
        try {
            Class.forName(PACKAGE + "api.OpenAiApi");
            return true;
        } catch (ClassNotFoundException since20) {
            return false;
        }
    }

    private static Object start(String type) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + type).getMethod("builder").invoke(null);
    }

    private static Object set(Object on, String name, Object... args) throws ReflectiveOperationException {
        for (Method method : on.getClass().getMethods()) {
            boolean fits = method.getName().equals(name) && method.getParameterCount() == args.length;
            for (int i = 0; fits && i < args.length; i++) {
                Class<?> type = method.getParameterTypes()[i];
                fits = type.isInstance(args[i]) || type == boolean.class && args[i] instanceof Boolean;
            }
            if (fits) {
                method.setAccessible(true);
                return method.invoke(on, args);
            }
        }
        throw new NoSuchMethodException(on.getClass() + "." + name);
    }
}
