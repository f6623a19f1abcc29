package dev.clew.plugins.langchain4j;

import dev.clew.plugins.langchain4jtypes.Messages;
import dev.clew.trace.Message;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What an agent's method was called with. Only values that can be read without running code of the application. */
final class Arguments {
    /** One message of one text. */
    record Said(String role, String text) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return List.of(Message.of(role, text));
        }
    }

    /** A message of the library's, which is immutable. */
    record Sent(ChatMessage message) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            Message sent = Messages.of(message);
            return sent == null ? null : List.of(sent);
        }
    }

    private Arguments() {}

    /** Null where there is nothing to tell. */
    static Supplier<List<Message>> of(Method method, Object[] args) {
        if (args == null || args.length == 0) {
            return null;
        }
        if (args.length == 1) {
            if (args[0] instanceof ChatMessage message) {
                return new Sent(message);
            }
            String text = plain(args[0]);
            return text == null ? null : new Said("user", text);
        }
        Annotation[][] annotations = method.getParameterAnnotations();
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (int i = 0; i < args.length; i++) {
            String value = has(annotations[i], MemoryId.class) ? null : plain(args[i]);
            if (value != null) {
                text.append(told++ == 0 ? "" : "\n").append(name(annotations[i], method, i)).append(": ").append(value);
            }
        }
        return told == 0 ? null : new Said("user", text.toString());
    }

    /** What the application gave as the conversation's id; null where it gave none. */
    static String memoryId(Method method, Object[] args) {
        if (args == null) {
            return null;
        }
        Annotation[][] annotations = method.getParameterAnnotations();
        for (int i = 0; i < args.length; i++) {
            if (has(annotations[i], MemoryId.class)) {
                return args[i] instanceof UUID ? args[i].toString() : plain(args[i]);
            }
        }
        return null;
    }

    /** Null for null and for what is not plain. */
    static String plain(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean ofTheJdk = value instanceof Number || value instanceof Boolean || value instanceof Character;
        return ofTheJdk && value.getClass().getClassLoader() == null ? value.toString() : null;
    }

    private static boolean has(Annotation[] annotations, Class<?> type) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType() == type) {
                return true;
            }
        }
        return false;
    }

    private static String name(Annotation[] annotations, Method method, int i) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof V variable) {
                return variable.value();
            }
        }
        return method.getParameters()[i].getName();
    }
}
