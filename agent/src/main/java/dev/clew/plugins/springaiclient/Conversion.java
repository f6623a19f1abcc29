package dev.clew.plugins.springaiclient;

import dev.clew.context.Rescuable;
import dev.clew.trace.AgentRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.converter.BeanOutputConverter;
import org.springframework.ai.converter.MapOutputConverter;

/** An answer is asked for that an object can be made of: the agent's work is over when that is done. */
final class Conversion implements Rescuable {
    /** Where a request says how its answer shall be written. */
    private static final String FORMAT = "spring.ai.chat.client.output.format";

    private static final ThreadLocal<Conversion> CURRENT = new ThreadLocal<>();

    private record Made(Class<?> converter, String format, Throwable error) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("converter", converter.getSimpleName().isEmpty() ? converter.getName() : converter.getSimpleName());
            facts.put("format", format);
            facts.put("verdict", error == null ? "success" : "failure");
            if (error != null) {
                facts.put("message", error.getClass().getName() + ": " + error.getMessage());
            }
            return facts;
        }
    }

    private final Object converter;
    private final Conversion before;
    private AgentRun run;
    private ChatClientRequest request;
    private boolean answered;

    private Conversion(Object converter, Conversion before) {
        this.converter = converter;
        this.before = before;
    }

    /** Null where it is the one that is about to ask already. */
    static Conversion begin(Object converter) {
        Conversion before = CURRENT.get();
        if (before != null && before.run == null && before.converter == converter) {
            return null;
        }
        Conversion conversion = new Conversion(converter, before);
        CURRENT.set(conversion);
        return conversion;
    }

    /** The one for which this thread is about to ask an agent, or null. */
    static Conversion waiting() {
        Conversion conversion = CURRENT.get();
        return conversion == null || conversion.run != null ? null : conversion;
    }

    /** Null where the converter may want anything. */
    String outputType() {
        return converter instanceof BeanOutputConverter || converter instanceof MapOutputConverter ? "json" : null;
    }

    void asked(AgentRun agent, ChatClientRequest asked) {
        run = agent;
        request = asked;
    }

    /** Whether the agent that has answered is not over yet. */
    static boolean goesOn(AgentRun agent, Throwable error) {
        Conversion conversion = CURRENT.get();
        if (conversion == null || conversion.run != agent) {
            return false;
        }
        conversion.answered = error == null;
        return true;
    }

    /** @param made whether there was something to make an object of */
    void end(boolean made, Throwable error) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
        if (run != null) {
            if (answered && made) {
                // 1.0 says how it shall be written a little after it has begun
                String format = request.context().get(FORMAT) instanceof String text ? text : null;
                run.event("clew.conversion", new Made(converter.getClass(), format, error));
            }
            run.close(error);
        }
    }

    @Override
    public void rescue() {
        end(false, null);
    }
}
