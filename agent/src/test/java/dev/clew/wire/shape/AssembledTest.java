package dev.clew.wire.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssembledTest {
    private final Assembled object = new Assembled();

    @Test
    void valuesStandWhereTheirPathsSay() {
        object.text("$.a.b[1].c", "one ");
        object.scalar("$.a.b[0]", "1.50");
        object.text("$.a.b[1].c", "\"two\"\n");
        object.scalar("$['it\\'s']", "null");
        object.scalar("$[\"a.b\"]['c']", "true");
        assertThat(object.json()).isEqualTo(
                "{\"a\":{\"b\":[1.50,{\"c\":\"one \\\"two\\\"\\u000a\"}]},\"it's\":null,\"a.b\":{\"c\":true}}");
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        object.scalar("$.a", "1");
        object.scalar("$.a.b", "2");
        object.scalar("$.a[0]", "2");
        object.text("$.b", "text");
        object.text("$.b.c", "text");
        assertThat(object.json()).isEqualTo("{\"a\":1,\"b\":\"text\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$", "a", "$a", "$.", "$..a", "$.a[", "$.a[]", "$.a[*]", "$.a[-1]", "$.a[99999]", "$.a[0", "$['a", "$['a'", "$[0]", "$.a[123456789012]"})
    void whatIsNoPathToOneValueIsLeftOut(String path) {
        object.scalar(path, "1");
        object.text(path, "x");
        assertThat(object.json()).isEqualTo("{}");
    }

    @Test
    void whatIsNoArgumentsAtAllDoesNotGrow() {
        String deep = "[9999]".repeat(90);
        for (int i = 0; i < 1000; i++) {
            object.scalar("$.a" + i + deep, "1");
        }
        object.scalar("$.a" + ".b".repeat(5000), "1");
        assertThat(object.json().length()).isLessThan(200_000);
    }
}
