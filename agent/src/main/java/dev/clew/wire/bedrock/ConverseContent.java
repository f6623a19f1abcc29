package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.Part;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Grown;
import dev.clew.wire.format.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what Converse's messages are made of: blocks, each named by its one field. */
final class ConverseContent {
    private ConverseContent() {}

    /** Reads an array of blocks. */
    static void read(JsonParser p, byte[] source, Blocks into) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            block(p, source, into.add());
        }
    }

    /** Reads a block, its beginning or a piece of it. */
    static void block(JsonParser p, byte[] source, Blocks.Block into) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> into.text(Json.text(p));
                case "toolUse" -> call(p, source, into);
                case "toolResult" -> answer(p, source, into);
                case "reasoningContent" -> reasoning(p, into);
                case "image", "video", "audio", "document" -> into.part(Part.media(name, location(p)));
                case "guardContent", "searchResult", "citationsContent" -> into.text(texts(p));
                default -> p.skipChildren();
            }
        }
    }

    private static void call(JsonParser p, byte[] source, Blocks.Block into) throws IOException {
        into.call(null, null);
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "toolUseId" -> into.call(Json.text(p), null);
                case "name" -> into.call(null, Json.text(p));
                // an object, or a piece of one's text
                case "input" -> into.arguments(Json.raw(p, source));
                default -> p.skipChildren();
            }
        }
    }

    private static void answer(JsonParser p, byte[] source, Blocks.Block into) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String id = null;
        Grown result = new Grown();
        List<Part> media = new ArrayList<>(0);
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "toolUseId" -> id = Json.text(p);
                case "content" -> {
                    boolean isArray = Json.enterArray(p);
                    while (isArray && Json.nextObject(p)) {
                        result(p, source, result, media);
                    }
                }
                default -> p.skipChildren();
            }
        }
        into.part(Part.toolResponse(id, result.text() == null ? "" : result.text()));
        for (int i = 0; i < media.size(); i++) {
            into.part(media.get(i));
        }
    }

    private static void result(JsonParser p, byte[] source, Grown into, List<Part> media) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> into.add(Json.text(p));
                case "json" -> into.add(Json.raw(p, source));
                case "image", "video", "document" -> media.add(Part.media(name, location(p)));
                case "searchResult" -> into.add(texts(p));
                default -> p.skipChildren();
            }
        }
    }

    /** Shown, or kept back: then there was some all the same. */
    private static void reasoning(JsonParser p, Blocks.Block into) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> into.thought(Json.text(p));
                case "reasoningText" -> into.thought(texts(p));
                case "redactedContent" -> {
                    into.thought("");
                    p.skipChildren();
                }
                default -> p.skipChildren();
            }
        }
    }

    /** The address that is named instead of bytes; null for bytes. */
    private static String location(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return null;
        }
        String uri = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "source", "s3Location" -> uri = Json.last(uri, location(p));
                case "uri" -> uri = Json.text(p);
                default -> p.skipChildren();
            }
        }
        return uri;
    }

    /** The texts that an object holds, at whatever depth its kind keeps them. */
    private static String texts(JsonParser p) throws IOException {
        Grown all = new Grown();
        texts(p, all);
        return all.text();
    }

    private static void texts(JsonParser p, Grown into) throws IOException {
        if (Json.isArray(p)) {
            while (Json.nextObject(p)) {
                texts(p, into);
            }
            return;
        }
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("text") && p.currentToken().isScalarValue()) {
                into.add(Json.text(p));
            } else if (name.equals("text") || name.equals("content")) {
                texts(p, into);
            } else {
                p.skipChildren();
            }
        }
    }
}
