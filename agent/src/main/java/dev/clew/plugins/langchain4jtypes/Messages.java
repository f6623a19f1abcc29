package dev.clew.plugins.langchain4jtypes;

import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.trace.ToolDefinition;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * LangChain4j's types in Clew's words. For the recorder's thread; everything it reads is immutable. Null for what a version
 * or a model does not report. Cached and reasoning tokens are in types of the providers' modules: the HTTP layer adds those.
 */
public final class Messages {
    /** Whether AiMessage has thinking(), since 1.2. */
    private static volatile boolean thinks = true;

    private Messages() {}

    public static ModelRequest request(ChatRequest request) {
        ModelRequest r = new ModelRequest();
        r.model = request.modelName();
        r.messages = all(request.messages());
        r.temperature = request.temperature();
        r.topP = request.topP();
        r.topK = whole(request.topK());
        r.maxTokens = whole(request.maxOutputTokens());
        r.frequencyPenalty = request.frequencyPenalty();
        r.presencePenalty = request.presencePenalty();
        r.stop = request.stopSequences();
        r.tools = tools(request.toolSpecifications());
        ResponseFormat format = request.responseFormat();
        r.outputType = format == null || format.type() == null ? null : format.type().name().toLowerCase(Locale.ROOT);
        return r;
    }

    public static ModelResponse response(ChatResponse response) {
        ModelResponse r = new ModelResponse();
        r.id = response.id();
        r.model = response.modelName();
        if (response.finishReason() != null) {
            // one of the library's five words; the provider's own is on the wire
            r.finishReasons = List.of(response.finishReason().name().toLowerCase(Locale.ROOT));
            r.finishReworded = true;
        }
        r.messages = List.of(Message.of("assistant", parts(response.aiMessage())));
        TokenUsage usage = response.tokenUsage();
        if (usage != null) {
            r.inputTokens = whole(usage.inputTokenCount());
            r.outputTokens = whole(usage.outputTokenCount());
        }
        return r;
    }

    /** Null for null; messages without content of their own are left out. */
    public static List<Message> all(List<ChatMessage> messages) {
        if (messages == null) {
            return null;
        }
        List<Message> all = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            Message message = of(messages.get(i));
            if (message != null) {
                all.add(message);
            }
        }
        return all;
    }

    /** Null for a kind of message that has no content of its own. */
    public static Message of(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return Message.of("system", system.text());
        }
        if (message instanceof UserMessage user) {
            return Message.of("user", parts(user.contents()));
        }
        if (message instanceof AiMessage assistant) {
            return Message.of("assistant", parts(assistant));
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return Message.of("tool", List.of(Part.toolResponse(result.id(), text(result))));
        }
        return null;
    }

    private static String text(ToolExecutionResultMessage result) {
        try {
            return result.text();
        } catch (IllegalStateException severalContents) {
            return text(result.contents());
        }
    }

    /** The texts among contents, one a line. */
    static String text(List<Content> contents) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof TextContent content) {
                text.append(text.length() == 0 ? "" : "\n").append(content.text());
            }
        }
        return text.toString();
    }

    static List<Part> parts(AiMessage message) {
        List<Part> parts = new ArrayList<>(2);
        String thinking = thinking(message);
        if (thinking != null && !thinking.isEmpty()) {
            parts.add(Part.reasoning(thinking));
        }
        if (message.text() != null) {
            parts.add(Part.text(message.text()));
        }
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        for (int i = 0; calls != null && i < calls.size(); i++) {
            ToolExecutionRequest call = calls.get(i);
            parts.add(Part.toolCall(call.id(), call.name(), call.arguments()));
        }
        return parts;
    }

    private static String thinking(AiMessage message) {
        if (thinks) {
            try {
                return message.thinking();
            } catch (NoSuchMethodError older) {
                thinks = false;
            }
        }
        return null;
    }

    private static List<Part> parts(List<Content> contents) {
        List<Part> parts = new ArrayList<>(contents.size());
        for (int i = 0; i < contents.size(); i++) {
            parts.add(part(contents.get(i)));
        }
        return parts;
    }

    private static Part part(Content content) {
        if (content instanceof TextContent text) {
            return Part.text(text.text());
        }
        if (content instanceof ImageContent image) {
            Image from = image.image();
            return media("image", from == null ? null : from.url());
        }
        if (content instanceof AudioContent audio) {
            return media("audio", audio.audio() == null ? null : audio.audio().url());
        }
        if (content instanceof VideoContent video) {
            return media("video", video.video() == null ? null : video.video().url());
        }
        if (content instanceof PdfFileContent pdf) {
            return media("document", pdf.pdfFile() == null ? null : pdf.pdfFile().url());
        }
        return Part.media(content.type() == null ? "unknown" : content.type().name().toLowerCase(Locale.ROOT), null);
    }

    /** A data: URI is content, not an address. */
    private static Part media(String modality, URI uri) {
        return Part.media(modality, uri == null || "data".equalsIgnoreCase(uri.getScheme()) ? null : uri.toString());
    }

    private static List<ToolDefinition> tools(List<ToolSpecification> specifications) {
        if (specifications == null || specifications.isEmpty()) {
            return null;
        }
        List<ToolDefinition> tools = new ArrayList<>(specifications.size());
        for (int i = 0; i < specifications.size(); i++) {
            ToolSpecification tool = specifications.get(i);
            tools.add(new ToolDefinition(tool.name(), tool.description(), Schemas.json(tool.parameters())));
        }
        return tools;
    }

    private static Long whole(Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
