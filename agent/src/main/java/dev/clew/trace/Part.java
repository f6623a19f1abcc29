package dev.clew.trace;

/** One part of a message, in the shapes of the GenAI conventions (section 3 of their content attributes). Immutable. */
public final class Part {
    enum Kind {
        TEXT,
        REASONING,
        TOOL_CALL,
        TOOL_RESPONSE,
        SERVER_TOOL_CALL,
        SERVER_TOOL_RESPONSE,
        MEDIA
    }

    final Kind kind;
    final String id;
    final String name;
    final String content;

    private Part(Kind kind, String id, String name, String content) {
        this.kind = kind;
        this.id = id;
        this.name = name;
        this.content = content;
    }

    public static Part text(String text) {
        return new Part(Kind.TEXT, null, null, text);
    }

    /** What the model thought before it answered. */
    public static Part reasoning(String text) {
        return new Part(Kind.REASONING, null, null, text);
    }

    /**
     * The model asks for a tool.
     *
     * @param id may be null
     * @param arguments JSON as the model wrote it, may be malformed or null
     */
    public static Part toolCall(String id, String name, String arguments) {
        return new Part(Kind.TOOL_CALL, id, name, arguments);
    }

    /** What a tool answered, as it was sent to the model. */
    public static Part toolResponse(String id, String result) {
        return new Part(Kind.TOOL_RESPONSE, id, null, result);
    }

    /**
     * The provider ran a tool of its own: nobody else is asked for anything.
     *
     * @param id may be null
     * @param arguments JSON as the model wrote it, may be malformed or null
     */
    public static Part serverToolCall(String id, String name, String arguments) {
        return new Part(Kind.SERVER_TOOL_CALL, id, name, arguments);
    }

    /**
     * What a tool of the provider's answered.
     *
     * @param kind in the provider's words, may be null
     */
    public static Part serverToolResponse(String id, String kind, String result) {
        return new Part(Kind.SERVER_TOOL_RESPONSE, id, kind, result);
    }

    /**
     * An image, a sound, a document: only that it was there and where, never its bytes.
     *
     * @param modality {@code image}, {@code audio}, {@code video}, {@code document}
     * @param uri null where the content was inline
     */
    public static Part media(String modality, String uri) {
        return new Part(Kind.MEDIA, null, modality, uri);
    }
}
