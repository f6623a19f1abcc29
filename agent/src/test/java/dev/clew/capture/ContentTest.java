package dev.clew.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode object(int limit, String... texts) throws Exception {
        Content content = new Content(limit);
        content.json().startObject();
        for (int i = 0; i < texts.length; i++) {
            content.text("t" + i, texts[i]);
        }
        content.json().endObject();
        return JSON.readTree(content.finish());
    }

    @Test
    void aFullAttributeStaysValidJsonAndSaysWhatIsMissing() throws Exception {
        JsonNode node = object(10, "12345678", "abcdefgh", "later");
        assertThat(node.get("t0").textValue()).isEqualTo("12345678");
        assertThat(node.get("t1").textValue()).isEqualTo("ab\u2026[clew cut 6 characters]");
        assertThat(node.get("t2").textValue()).isEqualTo("\u2026[clew cut 5 characters]");
    }

    @Test
    void aCutNeverSplitsASurrogatePair() {
        assertThat(Content.cut("ab\uD83D\uDE00cd", 3)).isEqualTo("ab\u2026[clew cut 4 characters]");
    }

    @Test
    void jsonAsTextIsWrittenAsJsonAndMalformedJsonAsAString() throws Exception {
        assertThat(raw("{\"a\": [1, {\"b\": null}]}").get("x").get("a").get(0).intValue()).isEqualTo(1);
        for (String bad : new String[] {"{\"a\": ", "[1,2", "{} {}", "plain", "", "{\"a\":1}}", "42"}) {
            assertThat(raw(bad).get("x").textValue()).isEqualTo(bad);
        }
    }

    @Test
    void aSecretInsideJsonIsMaskedAndTheRestIsKept() throws Exception {
        JsonNode node = raw("{\"api_key\":\"abcdefghijklmnop\",\"city\":\"Oslo\"}");
        assertThat(node.get("x").get("api_key").textValue()).isEqualTo("***");
        assertThat(node.get("x").get("city").textValue()).isEqualTo("Oslo");
    }

    private static JsonNode raw(String text) throws Exception {
        Content content = new Content(1000);
        content.json().startObject();
        content.raw("x", text);
        content.json().endObject();
        return JSON.readTree(content.finish());
    }
}
