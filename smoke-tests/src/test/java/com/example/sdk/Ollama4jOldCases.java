package com.example.sdk;

import com.example.handover.Parents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** As {@link Ollama4jCases}, for ollama4j before 1.1: by reflection, since its types have the names of the newer ones and not their methods. */
public final class Ollama4jOldCases {
    private static final String PACKAGE = "io.github.ollama4j.";

    private final Object api;

    private Ollama4jOldCases(int port) throws Exception {
        api = type("OllamaAPI").getConstructor(String.class).newInstance("http://127.0.0.1:" + port);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }

    private static Object call(Object on, String method, Object... arguments) throws Exception {
        for (Method candidate : on.getClass().getMethods()) {
            if (candidate.getName().equals(method) && takes(candidate, arguments)) {
                try {
                    return candidate.invoke(on, arguments);
                } catch (InvocationTargetException thrown) {
                    throw (Exception) thrown.getCause();
                }
            }
        }
        throw new NoSuchMethodException(method);
    }

    private static boolean takes(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = arguments[i] == null ? !types[i].isPrimitive() : types[i].isInstance(arguments[i]) || types[i] == boolean.class && arguments[i] instanceof Boolean;
        }
        return fits;
    }

    /** Takes each piece; null for null. */
    private static Object handler(StringBuilder tokens) throws Exception {
        Class<?> type = type("models.generate.OllamaStreamHandler");
        return tokens == null ? null : Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            tokens.append(arguments[0]).append('|');
            return null;
        });
    }

    private String chat(String model, StringBuilder tokens) throws Exception {
        Class<?> builders = type("models.chat.OllamaChatRequestBuilder");
        Object builder = builders.getMethod("getInstance", String.class).invoke(null, model);
        Object user = type("models.chat.OllamaChatMessageRole").getField("USER").get(null);
        call(builder, "withMessage", user, "Grüße?", new String[0]);
        Object request = call(builder, "build");
        Object result = tokens == null ? call(api, "chat", request) : call(api, "chat", request, handler(tokens));
        return call(result, "getResponse") + " " + tokens;
    }

    private String generate(String model) throws Exception {
        StringBuilder tokens = new StringBuilder();
        Object options = call(type("utils.OptionsBuilder").getConstructor().newInstance(), "build");
        Object result = call(api, "generate", model, "Grüße?", false, options, handler(tokens));
        return call(result, "getResponse") + " " + tokens;
    }

    private void all() {
        OllamaServer.say("chat", () -> chat("chat", null));
        OllamaServer.say("chat-stream", () -> chat("chat-stream", new StringBuilder()));
        OllamaServer.say("missing", () -> chat("missing", new StringBuilder()));
        OllamaServer.say("generate", () -> generate("generate"));
        OllamaServer.say("vectors", () -> call(api, "generateEmbeddings", "vectors", "a"));
        Parents.within("ollama", () -> OllamaServer.say("within", () -> chat("within", new StringBuilder())));
    }

    public static void main(String[] args) throws Exception {
        new Ollama4jOldCases(OllamaServer.start()).all();
        System.out.println("done");
        System.exit(0);
    }
}
