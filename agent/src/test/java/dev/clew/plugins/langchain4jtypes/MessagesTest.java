package dev.clew.plugins.langchain4jtypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final ToolExecutionRequest CALL =
            ToolExecutionRequest.builder().id("c1").name("add").arguments("{\"a\":1}").build();

    private static ModelRequest of(ChatRequestParameters parameters) {
        return Messages.request(ChatRequest.builder()
                .messages(UserMessage.from("hi"))
                .parameters(parameters)
                .build());
    }

    private static void same(Message actual, Message expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void everyParameterOfTheRequestIsTaken() {
        ModelRequest request = of(ChatRequestParameters.builder()
                .modelName("m")
                .temperature(0.1)
                .topP(0.2)
                .topK(3)
                .maxOutputTokens(4)
                .frequencyPenalty(0.5)
                .presencePenalty(0.6)
                .stopSequences("end")
                .responseFormat(ResponseFormat.JSON)
                .build());

        ModelRequest expected = new ModelRequest();
        expected.model = "m";
        expected.messages = List.of(Message.of("user", "hi"));
        expected.temperature = 0.1;
        expected.topP = 0.2;
        expected.topK = 3L;
        expected.maxTokens = 4L;
        expected.frequencyPenalty = 0.5;
        expected.presencePenalty = 0.6;
        expected.stop = List.of("end");
        expected.outputType = "json";
        assertThat(request).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void whatWasNotSaidIsNull() {
        ModelRequest request = of(ChatRequestParameters.builder().build());

        ModelRequest expected = new ModelRequest();
        expected.messages = List.of(Message.of("user", "hi"));
        expected.stop = request.stop;
        assertThat(request).usingRecursiveComparison().isEqualTo(expected);
        assertThat(request.stop).isNullOrEmpty();
    }

    @Test
    void toolsComeWithTheirSchema() {
        ModelRequest request = of(ChatRequestParameters.builder()
                .toolSpecifications(ToolSpecification.builder()
                        .name("add")
                        .description("Adds \"two\"\nnumbers")
                        .parameters(JsonObjectSchema.builder()
                                .addIntegerProperty("a", "the \"first\"\nof two")
                                .required("a")
                                .build())
                        .build())
                .build());

        assertThat(request.tools).singleElement().satisfies(tool -> {
            assertThat(tool.name()).isEqualTo("add");
            assertThat(tool.description()).isEqualTo("Adds \"two\"\nnumbers");
            assertThat(tool.parameters())
                    .contains("\"type\":\"object\"", "\"required\":[\"a\"]", "\"the \\\"first\\\"\\u000aof two\"");
        });
    }

    @Test
    void toolWithoutParametersHasNoSchema() {
        assertThat(Schemas.json(null)).isNull();
    }

    @Test
    void everyKindOfMessageKeepsItsRoleAndParts() {
        same(Messages.of(SystemMessage.from("be kind")), Message.of("system", "be kind"));
        same(Messages.of(UserMessage.from("hi")), Message.of("user", "hi"));
        same(
                Messages.of(ToolExecutionResultMessage.from("c1", "add", "3")),
                Message.of("tool", List.of(Part.toolResponse("c1", "3"))));
        same(
                Messages.of(AiMessage.from("let me see", List.of(CALL))),
                Message.of("assistant", List.of(Part.text("let me see"), Part.toolCall("c1", "add", "{\"a\":1}"))));
    }

    @Test
    void thinkingComesBeforeTheText() {
        AiMessage message = AiMessage.builder().text("3").thinking("1 and 2").build();

        same(Messages.of(message), Message.of("assistant", List.of(Part.reasoning("1 and 2"), Part.text("3"))));
    }

    @Test
    void imageIsItsAddressAndNeverItsBytes() {
        UserMessage message = UserMessage.from(
                TextContent.from("look"),
                ImageContent.from("https://example.com/cat.png"),
                ImageContent.from("aGVsbG8=", "image/png"),
                ImageContent.from("data:image/png;base64,aGVsbG8="));

        same(Messages.of(message), Message.of("user", List.of(
                Part.text("look"),
                Part.media("image", "https://example.com/cat.png"),
                Part.media("image", null),
                Part.media("image", null))));
    }

    @Test
    void responseSaysWhatWasReportedAndNothingElse() {
        ModelResponse response = Messages.response(ChatResponse.builder()
                .aiMessage(AiMessage.from("hello"))
                .id("r-1")
                .modelName("m-0613")
                .tokenUsage(new TokenUsage(10, null))
                .finishReason(FinishReason.LENGTH)
                .build());

        ModelResponse expected = new ModelResponse();
        expected.id = "r-1";
        expected.model = "m-0613";
        expected.messages = List.of(Message.of("assistant", "hello"));
        expected.finishReasons = List.of("length");
        expected.finishReworded = true;
        expected.inputTokens = 10L;
        assertThat(response).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void responseWithoutUsageHasNoTokens() {
        ModelResponse response = Messages.response(
                ChatResponse.builder().aiMessage(AiMessage.from("hello")).build());

        assertThat(response.inputTokens).isNull();
        assertThat(response.outputTokens).isNull();
        assertThat(response.finishReasons).isNull();
    }

    @Test
    void providersHaveTheNamesOfTheConventions() {
        assertThat(Providers.wellKnown(ModelProvider.OPEN_AI)).isEqualTo("openai");
        assertThat(Providers.wellKnown(ModelProvider.AMAZON_BEDROCK)).isEqualTo("aws.bedrock");
        assertThat(Providers.wellKnown(ModelProvider.GOOGLE_AI_GEMINI)).isEqualTo("gcp.gemini");
        assertThat(Providers.wellKnown(ModelProvider.OLLAMA)).isEqualTo("ollama");
        assertThat(Providers.wellKnown(ModelProvider.OTHER)).isNull();
        assertThat(Providers.wellKnown(null)).isNull();
    }
}
