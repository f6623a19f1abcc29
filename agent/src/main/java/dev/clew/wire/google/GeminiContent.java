package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Part;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Json;
import java.io.IOException;

/** Reads a content: who says it, and its parts. Field names come in camel case or with underscores. */
final class GeminiContent {
    String role;
    final Blocks blocks = new Blocks();

    /** Reads a content; a bare text is one too. */
    void read(JsonParser p, byte[] source) throws IOException {
        if (!Json.isObject(p)) {
            String text = Json.text(p);
            if (text != null) {
                blocks.add().text(text);
            }
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "role" -> role = Json.last(role, Json.text(p));
                case "parts" -> parts(p, source);
                default -> p.skipChildren();
            }
        }
    }

    private void parts(JsonParser p, byte[] source) throws IOException {
        if (Json.isObject(p)) {
            part(p, source);
            return;
        }
        if (!Json.enterArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                part(p, source);
            } else {
                text(Json.text(p), false);
            }
        }
    }

    private void part(JsonParser p, byte[] source) throws IOException {
        String text = null;
        boolean thought = false;
        Part other = null;
        Call call = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> text = Json.text(p);
                case "thought" -> thought = Boolean.TRUE.equals(Json.truth(p));
                case "functionCall", "function_call" -> call = call(p, source);
                case "functionResponse", "function_response" -> other = answer(p, source);
                case "inlineData", "inline_data", "fileData", "file_data" -> other = media(p);
                case "executableCode", "executable_code" -> other = Part.serverToolCall(null, "code_execution", Json.raw(p, source));
                case "codeExecutionResult", "code_execution_result" ->
                    other = Part.serverToolResponse(null, "code_execution", Json.raw(p, source));
                default -> p.skipChildren();
            }
        }
        if (call != null && call.name != null) {
            blocks.add().call(call.id, call.name);
            blocks.last().begin(call.arguments);
        } else if (other != null) {
            blocks.add().part(other);
        } else {
            text(text, thought);
        }
    }

    private void text(String text, boolean thought) {
        if (text == null) {
            return;
        }
        if (thought) {
            blocks.add().thought(text);
        } else {
            blocks.add().text(text);
        }
    }

    private static final class Call {
        String id;
        String name;
        String arguments;
    }

    private static Call call(JsonParser p, byte[] source) throws IOException {
        Call call = new Call();
        if (!Json.enterObject(p)) {
            return call;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "id" -> call.id = Json.named(Json.text(p));
                case "name" -> call.name = Json.named(Json.text(p));
                case "args" -> call.arguments = Json.raw(p, source);
                default -> p.skipChildren();
            }
        }
        return call;
    }

    private static Part answer(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterObject(p)) {
            return null;
        }
        String id = null;
        String result = "";
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "id" -> id = Json.named(Json.text(p));
                case "response" -> result = Json.last(result, Json.raw(p, source));
                default -> p.skipChildren();
            }
        }
        return Part.toolResponse(id, result);
    }

    private static Part media(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return null;
        }
        String type = null;
        String uri = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "mimeType", "mime_type" -> type = Json.text(p);
                case "fileUri", "file_uri" -> uri = Json.text(p);
                default -> p.skipChildren();
            }
        }
        return Part.media(modality(type), uri);
    }

    private static String modality(String mimeType) {
        String type = mimeType == null ? "" : mimeType;
        return type.startsWith("image/") ? "image"
                : type.startsWith("audio/") ? "audio" : type.startsWith("video/") ? "video" : "document";
    }
}
