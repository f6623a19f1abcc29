package dev.clew.wire;

import dev.clew.wire.anthropic.AnthropicMessages;
import dev.clew.wire.bedrock.BedrockConverse;
import dev.clew.wire.bedrock.BedrockInvoke;
import dev.clew.wire.cohere.CohereChat;
import dev.clew.wire.cohere.CohereEmbed;
import dev.clew.wire.dashscope.DashScopeEmbeddings;
import dev.clew.wire.dashscope.DashScopeGeneration;
import dev.clew.wire.format.WireFormat;
import dev.clew.wire.google.GeminiEmbed;
import dev.clew.wire.google.GeminiGenerate;
import dev.clew.wire.ollama.OllamaChat;
import dev.clew.wire.ollama.OllamaEmbed;
import dev.clew.wire.openai.OpenAiChat;
import dev.clew.wire.openai.OpenAiCompletions;
import dev.clew.wire.openai.OpenAiEmbeddings;
import dev.clew.wire.openai.OpenAiResponses;
import dev.clew.wire.rerank.Rerank;

/** The formats by name: which class reads one is loaded with its first call, not with the first request of any kind. */
enum Format {
    OPENAI_CHAT,
    OPENAI_RESPONSES,
    OPENAI_COMPLETIONS,
    OPENAI_EMBEDDINGS,
    ANTHROPIC_MESSAGES,
    GEMINI_GENERATE,
    GEMINI_EMBED,
    BEDROCK_CONVERSE,
    BEDROCK_INVOKE,
    OLLAMA_CHAT,
    OLLAMA_EMBED,
    COHERE_CHAT,
    COHERE_EMBED,
    DASHSCOPE_GENERATION,
    DASHSCOPE_EMBEDDINGS,
    RERANK;

    WireFormat make() {
        return switch (this) {
            case OPENAI_CHAT -> new OpenAiChat();
            case OPENAI_RESPONSES -> new OpenAiResponses();
            case OPENAI_COMPLETIONS -> new OpenAiCompletions();
            case OPENAI_EMBEDDINGS -> new OpenAiEmbeddings();
            case ANTHROPIC_MESSAGES -> new AnthropicMessages();
            case GEMINI_GENERATE -> new GeminiGenerate();
            case GEMINI_EMBED -> new GeminiEmbed();
            case BEDROCK_CONVERSE -> new BedrockConverse();
            case BEDROCK_INVOKE -> new BedrockInvoke();
            case OLLAMA_CHAT -> new OllamaChat();
            case OLLAMA_EMBED -> new OllamaEmbed();
            case COHERE_CHAT -> new CohereChat();
            case COHERE_EMBED -> new CohereEmbed();
            case DASHSCOPE_GENERATION -> new DashScopeGeneration();
            case DASHSCOPE_EMBEDDINGS -> new DashScopeEmbeddings();
            case RERANK -> new Rerank();
        };
    }
}
