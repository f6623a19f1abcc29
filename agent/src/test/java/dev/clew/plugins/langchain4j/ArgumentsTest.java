package dev.clew.plugins.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.Message;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    interface Service {
        String one(String text);

        String message(UserMessage message);

        String several(@MemoryId Object id, @V("topic") String topic, @V("length") int length, @V("source") Object source);
    }

    /** Code of the application that advice must not run. */
    private static final class Untouchable {
        @Override
        public String toString() {
            throw new AssertionError("called");
        }
    }

    private static Method method(String name) {
        for (Method method : Service.class.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new AssertionError(name);
    }

    private static void says(String method, Object[] args, String text) {
        assertThat(Arguments.of(method(method), args).get())
                .usingRecursiveComparison()
                .isEqualTo(List.of(Message.of("user", text)));
    }

    @Test
    void oneTextIsTheInput() {
        says("one", new Object[] {"hi"}, "hi");
        says("message", new Object[] {UserMessage.from("hi")}, "hi");
    }

    @Test
    void severalAreNamedAndTheMemoryIdIsNone() {
        says("several", new Object[] {"id-7", "dragons", 3, "book"}, "topic: dragons\nlength: 3\nsource: book");
    }

    @Test
    void objectOfTheApplicationIsNeverAsked() {
        says("several", new Object[] {"id-7", "dragons", 3, new Untouchable()}, "topic: dragons\nlength: 3");
        assertThat(Arguments.of(method("one"), new Object[] {new Untouchable()})).isNull();
        assertThat(Arguments.of(method("one"), null)).isNull();
    }

    @Test
    void memoryIdIsTakenWhereItIsPlain() {
        UUID id = UUID.randomUUID();
        assertThat(Arguments.memoryId(method("several"), new Object[] {"id-7", "", 0, null})).isEqualTo("id-7");
        assertThat(Arguments.memoryId(method("several"), new Object[] {42L, "", 0, null})).isEqualTo("42");
        assertThat(Arguments.memoryId(method("several"), new Object[] {id, "", 0, null})).isEqualTo(id.toString());
        assertThat(Arguments.memoryId(method("several"), new Object[] {new Untouchable(), "", 0, null})).isNull();
        assertThat(Arguments.memoryId(method("one"), new Object[] {"hi"})).isNull();
    }
}
