package dev.clew.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String SECRET = "Zx9" + "kQ2mN8vB4tR7wY1pL6sD3fG5h";

    @ParameterizedTest
    @ValueSource(strings = {
        "use sk-%s please",
        "sk-proj-%s",
        "Authorization: Bearer %s",
        "api_key=%s",
        "OPENAI_API_KEY=%s",
        "{\"apiKey\": \"%s\"}",
        "{\"x-api-key\":\"%s\"}",
        "{\\\"api_key\\\": \\\"%s\\\"}",
        "password: %s",
        "client_secret=%s",
        "access_token=%s&x=1",
        "ghp_%s",
        "hf_%s",
        "xoxb-%s",
        "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----",
        "eyJhbGciOiJIUzI1NiJ9.eyJ%s.%s",
        "AIza%s12345678",
        "pplx-%s",
        "nvapi-%s",
        "ya29.%s",
        "sk_live_%s",
        "https://host/v1beta/models/m:generateContent?alt=sse&key=%s",
        "https://account.blob.core.windows.net/c/b?sv=2024&sig=%s",
        "POST http://h/p?api_key=%s failed",
    })
    void secretsAreMaskedWhereverTheyStand(String text) {
        String masked = Masking.mask(text.replace("%s", SECRET));
        assertThat(masked).doesNotContain(SECRET).contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "the key to success is a token of trust",
        "task-oriented sk-ills and a tokenizer with max_tokens: 4096",
        "The password is stored elsewhere",
        "{\"tokens\": 123456, \"key\": \"value of the map\"}",
        "ghost and hf_x",
        "monkey=banana123",
    })
    void ordinaryTextIsTheVerySameString(String text) {
        assertThat(Masking.mask(text)).isSameAs(text);
    }

    @Test
    void theTextAroundASecretStays() {
        assertThat(Masking.mask("a api_key=" + SECRET + " b")).isEqualTo("a api_key=*** b");
        assertThat(Masking.mask(null)).isNull();
    }

    @Test
    void aLongTextWithoutSecretsDoesNotRunAway() {
        String text = "key ".repeat(200_000) + "-----BEGIN ".repeat(20_000);
        assertThat(Masking.mask(text)).isSameAs(text);
    }
}
