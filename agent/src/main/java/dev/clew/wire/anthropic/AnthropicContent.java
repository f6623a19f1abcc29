package dev.clew.wire.anthropic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Part;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Grown;
import dev.clew.wire.format.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what messages are made of: a text, or blocks of many types. */
final class AnthropicContent {
    private final byte[] source;
    private String type;
    private String text;
    private String thinking;
    private boolean hidden;
    private String id;
    private String name;
    private String input;
    private String of;
    private String answer;
    private String title;
    private String url;
    private boolean hasSource;
    private String fileId;
    private List<Part> media;

    private AnthropicContent(byte[] source) {
        this.source = source;
    }

    /** Reads a message's whole content. */
    static void read(JsonParser p, byte[] source, Blocks into) throws IOException {
        if (!Json.isArray(p)) {
            String text = Json.text(p);
            if (text != null) {
                into.add().text(text);
            }
            return;
        }
        while (Json.nextObject(p)) {
            block(p, source).into(into.add());
        }
    }

    /** Reads one block, or its beginning. */
    static AnthropicContent block(JsonParser p, byte[] source) throws IOException {
        AnthropicContent block = new AnthropicContent(source);
        String field;
        while ((field = Json.nextField(p)) != null) {
            block.field(field, p);
        }
        return block;
    }

    private void field(String field, JsonParser p) throws IOException {
        switch (field) {
            case "type" -> type = Json.text(p);
            case "text" -> text = Json.text(p);
            case "thinking" -> thinking = Json.text(p);
            case "data" -> {
                hidden = p.currentToken() == JsonToken.VALUE_STRING;
                p.skipChildren();
            }
            case "id" -> id = Json.text(p);
            case "name" -> name = Json.text(p);
            case "input" -> input = Json.raw(p, source);
            case "tool_use_id" -> of = Json.text(p);
            case "title" -> title = Json.text(p);
            case "source" -> origin(p);
            case "file_id" -> fileId = Json.text(p);
            case "content" -> content(p);
            default -> p.skipChildren();
        }
    }

    /** A search result's address, or where media is: its bytes are passed over. */
    private void origin(JsonParser p) throws IOException {
        hasSource = true;
        if (!Json.isObject(p)) {
            url = Json.text(p);
            return;
        }
        String field;
        while ((field = Json.nextField(p)) != null) {
            switch (field) {
                case "url" -> url = Json.text(p);
                case "file_id" -> fileId = Json.text(p);
                default -> p.skipChildren();
            }
        }
    }

    /** Of a tool that Anthropic runs, or has run, itself. */
    private boolean isServers() {
        return type != null && (type.startsWith("server_") || type.startsWith("mcp_") || type.endsWith("_tool_result"));
    }

    /** What a tool answered: a text or blocks; what the provider's own tools say is any object. */
    private void content(JsonParser p) throws IOException {
        if (isServers() && !"mcp_tool_result".equals(type)) {
            answer = Json.raw(p, source);
            return;
        }
        if (!Json.isArray(p)) {
            answer = Json.raw(p, source);
            return;
        }
        Grown texts = new Grown();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (!Json.isObject(p)) {
                texts.add(Json.text(p));
                continue;
            }
            AnthropicContent part = block(p, source);
            texts.add(part.text != null ? part.text : part.answer);
            Part thing = part.thing();
            if (thing != null) {
                media = media == null ? new ArrayList<>(1) : media;
                media.add(thing);
            }
        }
        answer = texts.text();
    }

    private Part thing() {
        String where = url != null ? url : fileId;
        return switch (type == null ? "" : type) {
            case "image" -> Part.media("image", where);
            case "document", "container_upload" -> Part.media("document", where);
            default -> null;
        };
    }

    /** A type that is new to us comes out by what it holds. */
    void into(Blocks.Block block) {
        if (type != null && type.endsWith("tool_use")) {
            if (isServers()) {
                block.serverCall(id, name);
            } else {
                block.call(id, name);
            }
            block.begin(input);
        } else if (of != null) {
            block.part(isServers() ? Part.serverToolResponse(of, type, answer) : Part.toolResponse(of, answer == null ? "" : answer));
        } else if (thinking != null || hidden && "redacted_thinking".equals(type)) {
            block.thought(thinking == null ? "" : thinking);
        } else if (thing() != null) {
            block.part(thing());
        } else {
            block.text(text != null ? text : hasSource ? cited() : answer);
        }
        for (int i = 0; media != null && i < media.size(); i++) {
            block.part(media.get(i));
        }
    }

    private String cited() {
        return title == null || answer == null ? answer : title + "\n" + answer;
    }
}
