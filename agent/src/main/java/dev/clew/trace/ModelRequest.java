package dev.clew.trace;

import java.util.List;

/**
 * What a model was asked, as one layer saw it. Null: that layer does not know. Filled by one thread, then handed over; never
 * changed after that. Units and meanings are those of {@code gen_ai.request.*}.
 */
public final class ModelRequest {
    /** {@code gen_ai.operation.name}; null for what the caller said when it began. */
    public String operation;

    public String provider;
    public String model;
    public List<Message> messages;
    /** Instructions that were passed apart from the messages. */
    public List<Part> system;

    public List<ToolDefinition> tools;
    public Double temperature;
    public Double topP;
    public Long topK;
    public Long maxTokens;
    public Double frequencyPenalty;
    public Double presencePenalty;
    public Long seed;
    public Long choices;
    public List<String> stop;
    public Boolean stream;
    /** {@code text} or {@code json}, only where a format was asked for. */
    public String outputType;

    public String reasoningLevel;
    /** {@code openai.api.type} where the wire format is one of OpenAI's. */
    public String openaiApi;

    public String serviceTier;
    /** The answer that the provider is to go on from, by its id. */
    public String previousResponseId;
    /** The provider's own id of a conversation; never one that was made up here. */
    public String conversationId;
    /** How embeddings shall be written: {@code float}, {@code base64}, ... */
    public List<String> encodingFormats;
    /** What documents are sought or put in order for. */
    public String query;
    /** How many documents are wanted. */
    public Long topN;
    /** True where part of the request was too large to be captured. */
    public Boolean cut;

    /** Which model, and with what parameters; nothing of what was said. */
    ModelRequest setting() {
        ModelRequest setting = new ModelRequest();
        setting.fillFrom(this);
        setting.messages = null;
        setting.system = null;
        setting.query = null;
        return setting;
    }

    /** Takes over what this one does not know. */
    void fillFrom(ModelRequest o) {
        operation = operation != null ? operation : o.operation;
        provider = provider != null ? provider : o.provider;
        model = model != null ? model : o.model;
        messages = messages != null ? messages : o.messages;
        system = system != null ? system : o.system;
        tools = tools != null ? tools : o.tools;
        temperature = temperature != null ? temperature : o.temperature;
        topP = topP != null ? topP : o.topP;
        topK = topK != null ? topK : o.topK;
        maxTokens = maxTokens != null ? maxTokens : o.maxTokens;
        frequencyPenalty = frequencyPenalty != null ? frequencyPenalty : o.frequencyPenalty;
        presencePenalty = presencePenalty != null ? presencePenalty : o.presencePenalty;
        seed = seed != null ? seed : o.seed;
        choices = choices != null ? choices : o.choices;
        stop = stop != null ? stop : o.stop;
        stream = stream != null ? stream : o.stream;
        outputType = outputType != null ? outputType : o.outputType;
        reasoningLevel = reasoningLevel != null ? reasoningLevel : o.reasoningLevel;
        openaiApi = openaiApi != null ? openaiApi : o.openaiApi;
        serviceTier = serviceTier != null ? serviceTier : o.serviceTier;
        previousResponseId = previousResponseId != null ? previousResponseId : o.previousResponseId;
        conversationId = conversationId != null ? conversationId : o.conversationId;
        encodingFormats = encodingFormats != null ? encodingFormats : o.encodingFormats;
        query = query != null ? query : o.query;
        topN = topN != null ? topN : o.topN;
        cut = cut != null ? cut : o.cut;
    }
}
