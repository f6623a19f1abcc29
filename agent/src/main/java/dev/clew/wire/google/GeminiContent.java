package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.shape.Blocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a content: who says it, and its parts. Field names come in camel case or with underscores. */
final class GeminiContent {
    String role;
    final Blocks blocks = new Blocks();
    /** Pieces of a call that an earlier content began; null for none. */
    private List<Call> goesOn;

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
            call.into(blocks, blocks.add());
        } else if (call != null) {
            more(call);
        } else if (other != null) {
            blocks.add().part(other);
        } else {
            text(text, thought);
        }
    }

    /** A call without a name goes on with the one before, which may be of an earlier content. */
    private void more(Call call) {
        if (blocks.open() != null) {
            call.into(blocks, blocks.open());
        } else if (goesOn == null || goesOn.get(goesOn.size() - 1).willContinue) {
            goesOn = goesOn == null ? new ArrayList<>(1) : goesOn;
            goesOn.add(call);
        }
    }

    /** Adds this content to what came of the same message before. */
    void appendTo(Blocks before) {
        for (int i = 0; goesOn != null && i < goesOn.size() && before.open() != null; i++) {
            goesOn.get(i).into(before, before.open());
        }
        before.append(blocks);
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

    /** The call of a function, or a piece of one that is streamed: whole, its arguments are an object. */
    private static final class Call {
        String id;
        String name;
        String arguments;
        boolean willContinue;
        private List<Piece> pieces;

        void into(Blocks blocks, Blocks.Block block) {
            block.call(id, name);
            block.begin(arguments);
            for (int i = 0; pieces != null && i < pieces.size(); i++) {
                pieces.get(i).into(block);
            }
            blocks.open(willContinue ? block : null);
        }
    }

    /** A value of the arguments, or the next piece of a text. */
    private static final class Piece {
        String path;
        String text;
        String json;

        void into(Blocks.Block block) {
            if (text != null) {
                block.argumentText(path, text);
            } else if (json != null) {
                block.argument(path, json);
            }
        }
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
                case "willContinue", "will_continue" -> call.willContinue = Boolean.TRUE.equals(Json.truth(p));
                case "partialArgs", "partial_args" -> pieces(p, call);
                default -> p.skipChildren();
            }
        }
        return call;
    }

    private static void pieces(JsonParser p, Call call) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            call.pieces = call.pieces == null ? new ArrayList<>(2) : call.pieces;
            call.pieces.add(piece(p));
        }
    }

    private static Piece piece(JsonParser p) throws IOException {
        Piece piece = new Piece();
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "jsonPath", "json_path" -> piece.path = Json.text(p);
                case "stringValue", "string_value" -> piece.text = Json.text(p);
                case "numberValue", "number_value" -> piece.json = p.currentToken().isNumeric() ? p.getText() : skipped(p);
                case "boolValue", "bool_value" -> piece.json = p.currentToken().isBoolean() ? p.getText() : skipped(p);
                case "nullValue", "null_value" -> {
                    p.skipChildren();
                    piece.json = "null";
                }
                default -> p.skipChildren();
            }
        }
        return piece;
    }

    private static String skipped(JsonParser p) throws IOException {
        p.skipChildren();
        return null;
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
