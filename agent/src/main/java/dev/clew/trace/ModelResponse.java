package dev.clew.trace;

import java.util.List;

/**
 * What a model answered, as one layer saw it. Null: not reported, or that layer does not know; never a guess, never 0 for
 * "unknown". Token counts are the conventions' sums: input includes cached tokens, output includes reasoning. Filled by one
 * thread, then handed over; never changed after that.
 */
public final class ModelResponse {
    public String id;
    public String model;
    /** One a choice. */
    public List<Message> messages;

    public List<String> finishReasons;
    /** True where a framework put its own word in the place of the provider's: a layer that knows the latter has precedence. */
    public boolean finishReworded;

    public Long inputTokens;
    public Long outputTokens;
    public Long cacheReadTokens;
    public Long cacheWriteTokens;
    public Long reasoningTokens;
    /** Tokens by what they are of, as the conventions name them; null where not told apart. */
    public Long textInputTokens;

    public Long imageInputTokens;
    public Long audioInputTokens;
    public Long textOutputTokens;
    public Long imageOutputTokens;
    public Long audioOutputTokens;
    /** Tokens or units that the provider bills, where it says so apart from what was used. */
    public Long billedInputTokens;

    public Long billedOutputTokens;
    public Long searchUnits;

    /** How the provider calls what became of the call, where it has a word beside finish reasons: {@code incomplete}. */
    public String status;
    /** Why it is incomplete, in the provider's words. */
    public String incompleteReason;

    /** Mean and least of the natural logarithms of the chosen tokens' probabilities, and over how many. */
    public Double logprobMean;

    public Double logprobMin;
    public Long logprobCount;

    /** Vectors that came, and the length of one. */
    public Long embeddings;

    public Long dimensions;
    /** What was found or put in order, best first. */
    public List<Retrieval.Document> documents;
    /** Events that a stream had, with the one that says it is over; null for an answer in one piece. */
    public Long events;

    public String serviceTier;
    public String systemFingerprint;
    /** The provider's own error code or type, from a body that says the call failed though the transport did not. */
    public String errorType;

    public String errorMessage;
    /** True where part of the answer was too large to be captured: what is null may well have been said. */
    public Boolean cut;

    /** The messages, each with the finish reason that is known for it. */
    List<Message> finished() {
        boolean one = messages != null && messages.size() == 1 && finishReasons != null && finishReasons.size() == 1;
        if (!one || messages.get(0).finishReason() != null) {
            return messages;
        }
        Message answer = messages.get(0);
        return List.of(new Message(answer.role(), answer.parts(), finishReasons.get(0)));
    }

    /**
     * Whether the provider has said how it ended: whoever then reads no further, as many SDKs do after the last event, has
     * stopped nothing.
     */
    boolean isOver() {
        return errorType != null
                || status != null
                || finishReasons != null && !finishReasons.isEmpty()
                        && (messages == null || messages.size() <= finishReasons.size())
                || embeddings != null
                || documents != null;
    }

    /** Takes over what was used and who answered, known or not, in the place of what is said here. */
    public void usageOf(ModelResponse o) {
        id = o.id;
        model = o.model;
        inputTokens = o.inputTokens;
        outputTokens = o.outputTokens;
        cacheReadTokens = o.cacheReadTokens;
        cacheWriteTokens = o.cacheWriteTokens;
        reasoningTokens = o.reasoningTokens;
        textInputTokens = o.textInputTokens;
        imageInputTokens = o.imageInputTokens;
        audioInputTokens = o.audioInputTokens;
        textOutputTokens = o.textOutputTokens;
        imageOutputTokens = o.imageOutputTokens;
        audioOutputTokens = o.audioOutputTokens;
    }

    /** Takes over what this one does not know. */
    void fillFrom(ModelResponse o) {
        id = id != null ? id : o.id;
        model = model != null ? model : o.model;
        messages = messages != null ? messages : o.messages;
        if (finishReasons == null || finishReworded && o.finishReasons != null) {
            finishReasons = o.finishReasons;
            finishReworded = o.finishReworded;
        }
        inputTokens = inputTokens != null ? inputTokens : o.inputTokens;
        outputTokens = outputTokens != null ? outputTokens : o.outputTokens;
        cacheReadTokens = cacheReadTokens != null ? cacheReadTokens : o.cacheReadTokens;
        cacheWriteTokens = cacheWriteTokens != null ? cacheWriteTokens : o.cacheWriteTokens;
        reasoningTokens = reasoningTokens != null ? reasoningTokens : o.reasoningTokens;
        textInputTokens = textInputTokens != null ? textInputTokens : o.textInputTokens;
        imageInputTokens = imageInputTokens != null ? imageInputTokens : o.imageInputTokens;
        audioInputTokens = audioInputTokens != null ? audioInputTokens : o.audioInputTokens;
        textOutputTokens = textOutputTokens != null ? textOutputTokens : o.textOutputTokens;
        imageOutputTokens = imageOutputTokens != null ? imageOutputTokens : o.imageOutputTokens;
        audioOutputTokens = audioOutputTokens != null ? audioOutputTokens : o.audioOutputTokens;
        billedInputTokens = billedInputTokens != null ? billedInputTokens : o.billedInputTokens;
        billedOutputTokens = billedOutputTokens != null ? billedOutputTokens : o.billedOutputTokens;
        searchUnits = searchUnits != null ? searchUnits : o.searchUnits;
        status = status != null ? status : o.status;
        incompleteReason = incompleteReason != null ? incompleteReason : o.incompleteReason;
        if (logprobCount == null) {
            logprobMean = o.logprobMean;
            logprobMin = o.logprobMin;
            logprobCount = o.logprobCount;
        }
        embeddings = embeddings != null ? embeddings : o.embeddings;
        dimensions = dimensions != null ? dimensions : o.dimensions;
        documents = documents != null ? documents : o.documents;
        events = events != null ? events : o.events;
        serviceTier = serviceTier != null ? serviceTier : o.serviceTier;
        systemFingerprint = systemFingerprint != null ? systemFingerprint : o.systemFingerprint;
        errorType = errorType != null ? errorType : o.errorType;
        errorMessage = errorMessage != null ? errorMessage : o.errorMessage;
        cut = cut != null ? cut : o.cut;
    }
}
