package dev.clew.plugins.langchain4jtypes;

import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.langchain4j.service.V;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What goes into and comes out of agents. Only values that can be read without running code of the application. */
public final class Values {
    private record Said(String role, String text) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return List.of(Message.of(role, text));
        }
    }

    private Values() {}

    /** One message of one text. */
    public static Supplier<List<Message>> said(String role, String text) {
        return new Said(role, text);
    }

    /** Arguments by their names; null where none is plain. */
    public static Supplier<List<Message>> ofCall(Method method, Object[] args) {
        if (args == null || args.length == 0) {
            return null;
        }
        if (args.length == 1 && args[0] instanceof Map<?, ?> named) {
            return ofNamed(named);
        }
        Parameter[] parameters = method.getParameters();
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            V variable = parameters[i].getAnnotation(V.class);
            named.put(variable == null ? parameters[i].getName() : variable.value(), args[i]);
        }
        return ofNamed(named);
    }

    /** Null where none is plain. */
    public static Supplier<List<Message>> ofNamed(Map<?, ?> named) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<?, ?> entry : named.entrySet()) {
            String value = plain(entry.getValue());
            if (value != null && entry.getKey() instanceof String name) {
                text.append(text.length() == 0 ? "" : "\n").append(name).append(": ").append(value);
            }
        }
        return text.length() == 0 ? null : new Said("user", text.toString());
    }

    /** The work was given the values. */
    public static void tookNamed(Operation work, Map<?, ?> named) {
        for (Object value : named.values()) {
            work.took(value);
        }
    }

    /** The work was given these arguments, which may be a map of such; null for none. */
    public static void took(Operation work, Object[] args) {
        if (args != null && args.length == 1 && args[0] instanceof Map<?, ?> named) {
            tookNamed(work, named);
            return;
        }
        for (int i = 0; args != null && i < args.length; i++) {
            work.took(args[i]);
        }
    }

    /** Null where it is not plain. */
    public static Supplier<List<Message>> answer(Object value) {
        String text = plain(value);
        return text == null ? null : new Said("assistant", text);
    }

    /** Null where it is not plain. */
    public static String plain(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean ofTheJdk = value instanceof Number || value instanceof Boolean || value instanceof Character;
        return ofTheJdk && value.getClass().getClassLoader() == null ? value.toString() : null;
    }

    /** Null for an empty text. */
    public static String some(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** What an agent threw, without the workflow's wrapper; null for null. */
    public static Throwable cause(Throwable thrown) {
        return thrown instanceof AgentInvocationException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
