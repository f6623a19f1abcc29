package dev.clew.wire;

import dev.clew.wire.format.WireFormat;
import java.nio.charset.StandardCharsets;

/**
 * An API of models: what its addresses end in, and how what is sent there is written. Whatever stands before that is a
 * gateway's business. A body that is not of the {@link Format} after all makes no span, so an ending may be a common word.
 */
final class Api {
    private static final String CHAT = "chat";
    private static final String COMPLETION = "text_completion";
    private static final String EMBEDDINGS = "embeddings";
    /** The conventions have no name for it. */
    private static final String RERANK = "rerank";

    private static final String AZURE = "/openai/deployments/";
    private static final String MODELS = "/models/";
    private static final String MODEL = "/model/";

    /** The first that fits counts: the longer ending stands before the shorter one. */
    static final Api[] TABLE = {
        new Api("/chat/completions", Format.OPENAI_CHAT, CHAT, "openai").named(AZURE, false),
        new Api("/agents/completions", Format.OPENAI_CHAT, CHAT, "mistral_ai"),
        new Api("/completions", Format.OPENAI_COMPLETIONS, COMPLETION, "openai").named(AZURE, false),
        new Api("/responses", Format.OPENAI_RESPONSES, CHAT, "openai"),
        new Api("/messages", Format.ANTHROPIC_MESSAGES, CHAT, "anthropic"),
        new Api(":rawPredict", Format.ANTHROPIC_MESSAGES, CHAT, "gcp.vertex_ai").named(MODELS, true),
        new Api(":streamRawPredict", Format.ANTHROPIC_MESSAGES, CHAT, "gcp.vertex_ai").named(MODELS, true),
        new Api(":generateContent", Format.GEMINI_GENERATE, CHAT, "gcp.gen_ai").named(MODELS, false),
        new Api(":streamGenerateContent", Format.GEMINI_GENERATE, CHAT, "gcp.gen_ai").named(MODELS, false).streaming(),
        new Api(":embedContent", Format.GEMINI_EMBED, EMBEDDINGS, "gcp.gen_ai").named(MODELS, true),
        new Api(":batchEmbedContents", Format.GEMINI_EMBED, EMBEDDINGS, "gcp.gen_ai").named(MODELS, true),
        new Api(":predict", Format.GEMINI_EMBED, EMBEDDINGS, "gcp.vertex_ai").named(MODELS, true),
        new Api("/converse", Format.BEDROCK_CONVERSE, CHAT, "aws.bedrock").named(MODEL, true),
        new Api("/converse-stream", Format.BEDROCK_CONVERSE, CHAT, "aws.bedrock").named(MODEL, true).streaming(),
        new Api("/invoke", Format.BEDROCK_INVOKE, CHAT, "aws.bedrock").named(MODEL, true),
        new Api("/invoke-with-response-stream", Format.BEDROCK_INVOKE, CHAT, "aws.bedrock").named(MODEL, true).streaming(),
        new Api("/api/chat", Format.OLLAMA_CHAT, CHAT, "ollama"),
        new Api("/api/generate", Format.OLLAMA_CHAT, COMPLETION, "ollama"),
        new Api("/api/embed", Format.OLLAMA_EMBED, EMBEDDINGS, "ollama"),
        new Api("/api/embeddings", Format.OLLAMA_EMBED, EMBEDDINGS, "ollama"),
        new Api("/embeddings", Format.OPENAI_EMBEDDINGS, EMBEDDINGS, "openai").named(AZURE, false),
        new Api("/v1/chat", Format.COHERE_CHAT, CHAT, "cohere"),
        new Api("/v2/chat", Format.COHERE_CHAT, CHAT, "cohere"),
        new Api("/v1/embed", Format.COHERE_EMBED, EMBEDDINGS, "cohere"),
        new Api("/v2/embed", Format.COHERE_EMBED, EMBEDDINGS, "cohere"),
        new Api("/aigc/text-generation/generation", Format.DASHSCOPE_GENERATION, CHAT, "alibaba_cloud"),
        new Api("/aigc/multimodal-generation/generation", Format.DASHSCOPE_GENERATION, CHAT, "alibaba_cloud"),
        new Api("/text-embedding/text-embedding", Format.DASHSCOPE_EMBEDDINGS, EMBEDDINGS, "alibaba_cloud"),
        new Api("/multimodal-embedding/multimodal-embedding", Format.DASHSCOPE_EMBEDDINGS, EMBEDDINGS, "alibaba_cloud"),
        new Api("/text-rerank/text-rerank", Format.RERANK, RERANK, "alibaba_cloud"),
        new Api("/rerank", Format.RERANK, RERANK, null),
    };

    final String ending;
    final Format kind;
    private WireFormat format;
    /** The conventions' {@code gen_ai.operation.name}. */
    final String operation;
    /** Who it is where the host does not tell; null where nobody can say. */
    final String provider;
    /** Whether an answer is always a stream, whatever its content type says. */
    boolean streams;

    private String modelAfter;
    private boolean modelNeeded;

    private Api(String ending, Format kind, String operation, String provider) {
        this.ending = ending;
        this.kind = kind;
        this.operation = operation;
        this.provider = provider;
    }

    /** The address names the model between {@code after} and the ending; where it must, an address without is another API's. */
    private Api named(String after, boolean needed) {
        modelAfter = after;
        modelNeeded = needed;
        return this;
    }

    private Api streaming() {
        streams = true;
        return this;
    }

    /** Loads what reads it; on the recorder's thread alone. */
    WireFormat format() {
        if (format == null) {
            format = kind.make();
        }
        return format;
    }

    /**
     * Which API an address belongs to; null for none we know.
     *
     * @param target a path, with or without a query, or a whole address
     */
    static Api of(String target) {
        int end = end(target);
        for (int i = 0; i < TABLE.length; i++) {
            Api api = TABLE[i];
            if (api.fits(target, end)) {
                return api;
            }
        }
        return null;
    }

    private static int end(String target) {
        int query = target.indexOf('?');
        int end = query < 0 ? target.length() : query;
        return end > 1 && target.charAt(end - 1) == '/' ? end - 1 : end;
    }

    private boolean fits(String target, int end) {
        int at = end - ending.length();
        if (at < 0 || !target.startsWith(ending, at)) {
            return false;
        }
        return !modelNeeded || target.lastIndexOf(modelAfter, at) >= 0;
    }

    /** The model that the address names; null where it names none. */
    String model(String path) {
        if (modelAfter == null) {
            return null;
        }
        int to = end(path) - ending.length();
        int at = path.lastIndexOf(modelAfter, to);
        int from = at + modelAfter.length();
        return at < 0 || from >= to ? null : decoded(path.substring(from, to));
    }

    private static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                bytes[count++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[count++] = bytes[i];
            }
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }
}
