package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a model call, and whose. */
class WireTest {
    private static final String JSON = "application/json; charset=utf-8";

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1/chat/completions, openai",
        "https://API.OpenAI.com/v1/chat/completions/, openai",
        "http://localhost:8000/v1/chat/completions, openai",
        "http://[::1]:11434/v1/chat/completions, openai",
        "https://gateway.example.com/team/openai/v1/chat/completions?trace=1, openai",
        "https://me.openai.azure.com/openai/deployments/d/chat/completions?api-version=1, azure.ai.openai",
        "https://me.services.ai.azure.com/openai/v1/chat/completions, azure.ai.openai",
        "https://me.services.ai.azure.com/models/chat/completions, azure.ai.inference",
        "https://api.deepseek.com/chat/completions, deepseek",
        "https://api.groq.com/openai/v1/chat/completions, groq",
        "https://api.mistral.ai/v1/chat/completions, mistral_ai",
        "https://api.x.ai/v1/chat/completions, x_ai",
        "https://api.perplexity.ai/chat/completions, perplexity",
        "https://openrouter.ai/api/v1/chat/completions, openrouter",
        "https://generativelanguage.googleapis.com/v1beta/openai/chat/completions, gcp.gemini",
        "https://us-central1-aiplatform.googleapis.com/v1/x/endpoints/openapi/chat/completions, gcp.vertex_ai",
        "https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1/chat/completions, aws.bedrock",
        "https://notapi.openai.com.example.org/v1/chat/completions, openai",
    })
    void chatCompletionsAreRecognisedAnywhere(String uri, String provider) {
        assertThat(Wire.recognise("POST", URI.create(uri), JSON).provider).isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, https://api.openai.com/v1/chat/completions, application/json",
        "POST, https://api.openai.com/v1/models, application/json",
        "POST, https://api.openai.com/v1/chat/completions/chatcmpl-1, application/json",
        "POST, https://api.openai.com/v1/chat/completions, text/plain",
        "POST, https://api.openai.com/v1/chat/completions, multipart/form-data",
        "POST, https://api.openai.com/v1/chat/completions,",
        "POST, https://example.com/, application/json",
        "POST, https://example.com, application/json",
        "POST, mailto:someone@example.com, application/json",
    })
    void nothingElseIs(String method, String uri, String contentType) {
        assertThat(Wire.recognise(method, URI.create(uri), contentType)).isNull();
    }

    @Test
    void theDeploymentIsWhatAzuresAddressNames() {
        URI uri = URI.create("https://me.openai.azure.com/openai/deployments/gpt-5-nano/chat/completions?api-version=1");
        assertThat(Wire.recognise("POST", uri, JSON).model).isEqualTo("gpt-5-nano");
        assertThat(Wire.recognise("POST", URI.create("https://api.openai.com/v1/chat/completions"), JSON).model).isNull();
    }
}
