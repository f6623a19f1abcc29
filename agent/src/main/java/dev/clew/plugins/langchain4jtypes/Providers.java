package dev.clew.plugins.langchain4jtypes;

import dev.langchain4j.model.ModelProvider;

/** Providers by the names that the conventions have for them. */
public final class Providers {
    private Providers() {}

    /** By name, since the enumeration grows. Null where the model does not say. */
    public static String wellKnown(ModelProvider provider) {
        if (provider == null) {
            return null;
        }
        return switch (provider.name()) {
            case "OPEN_AI" -> "openai";
            case "ANTHROPIC" -> "anthropic";
            case "AMAZON_BEDROCK" -> "aws.bedrock";
            case "AZURE_OPEN_AI" -> "azure.ai.openai";
            case "MICROSOFT_FOUNDRY", "GITHUB_MODELS" -> "azure.ai.inference";
            case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
            case "GOOGLE_GENAI" -> "gcp.gen_ai";
            case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
            case "MISTRAL_AI" -> "mistral_ai";
            case "WATSONX" -> "ibm.watsonx.ai";
            case "OTHER" -> null;
            default -> provider.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
