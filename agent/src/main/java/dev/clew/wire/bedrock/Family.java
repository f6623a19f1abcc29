package dev.clew.wire.bedrock;

/** In whose words InvokeModel's bodies are written. */
enum Family {
    /** Anthropic's messages. */
    ANTHROPIC,
    /** Nova's, which Converse was made after. */
    CONVERSE,
    /** AI21's, Mistral's newer ones, OpenAI's own and many others. */
    CHAT_COMPLETIONS,
    COHERE,
    COHERE_EMBED,
    /** A prompt and what comes of it, or a text and its embedding: Llama, Titan, Mistral, the older ones of all the others. */
    PLAIN
}
