package dev.clew.plugins.quarkuslangchain4j;

import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Message;
import io.quarkiverse.langchain4j.runtime.aiservice.AiServiceMethodCreateInfo;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a generated method hands over. Two of its fields are the framework's own business, and stay readable. */
final class Call {
    private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            try {
                Field[] fields = {type.getDeclaredField("createInfo"), type.getDeclaredField("methodArgs")};
                fields[0].setAccessible(true);
                fields[1].setAccessible(true);
                return fields;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private final AiServiceMethodCreateInfo method;
    private final Object[] args;

    Call(Object input) throws IllegalAccessException {
        Field[] fields = FIELDS.get(input.getClass());
        method = (AiServiceMethodCreateInfo) fields[0].get(input);
        args = (Object[]) fields[1].get(input);
    }

    AgentRun begin() {
        String type = method.getInterfaceName();
        AgentRun run = AgentRun.start(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)).alone();
        run.promptName(method.getMethodName());
        run.conversation(memoryId());
        run.input(input());
        return run;
    }

    /** Only what the application gave. */
    private String memoryId() {
        Optional<Integer> position = method.getMemoryIdParamPosition();
        Object id = position.isPresent() && args != null ? args[position.get()] : null;
        return id instanceof UUID ? id.toString() : Values.plain(id);
    }

    /** The values that can be read without running code of the application, but for the conversation's id. */
    private Supplier<List<Message>> input() {
        Integer id = method.getMemoryIdParamPosition().orElse(-1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; args != null && i < args.length; i++) {
            String value = i == id ? null : Values.plain(args[i]);
            if (value != null) {
                text.append(text.length() == 0 ? "" : "\n").append(value);
            }
        }
        return text.length() == 0 ? null : Values.said("user", text.toString());
    }
}
