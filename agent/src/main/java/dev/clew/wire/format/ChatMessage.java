package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of a request, an answer's message, or what has come so far of one that is streamed, in the shape that OpenAI's chats
 * gave it and others took over, each with fields of its own.
 */
public final class ChatMessage {
    private String role;
    private final Grown content = new Grown();
    private final Grown reasoning = new Grown();
    private final Grown reasoningDetails = new Grown();
    private final Grown refusal = new Grown();
    private String toolCallId;
    private List<Part> media;
    private List<Call> calls;
    /** The field that reasoning was found in, within one object. */
    private String thoughtAs;

    private final Logprobs logprobs;

    public ChatMessage() {
        this(null);
    }

    /** @param logprobs where those go that stand beside a text; may be null */
    public ChatMessage(Logprobs logprobs) {
        this.logprobs = logprobs;
    }

    private static final class Call {
        Long index;
        String id;
        String name;
        final Grown arguments = new Grown();
    }

    /** Null where none was said. */
    public String role() {
        return role;
    }

    /** What was said so far, reasoning and refusals apart; null where nothing was. */
    public String said() {
        return content.text();
    }

    /** What was thought so far; null where nothing was. */
    public String thought() {
        return reasoning.text();
    }

    /** The arguments of all tool calls so far, one behind the other; empty where there are none. */
    public String asked() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; calls != null && i < calls.size(); i++) {
            String arguments = calls.get(i).arguments.text();
            all.append(arguments == null ? "" : arguments);
        }
        return all.toString();
    }

    /** Adds a piece of what is said. */
    public void say(String text) {
        content.add(text);
    }

    /** Adds a piece of what is thought. */
    public void think(String text) {
        reasoning.add(text);
    }

    /** Adds a piece of what is refused. */
    public void refuse(String text) {
        refusal.add(text);
    }

    /** Reads a request's list of messages, called on its start; what is neither said by someone nor says anything is none. */
    public static void readAll(JsonParser p, byte[] source, List<Message> into) throws IOException {
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (!Json.isObject(p)) {
                p.skipChildren();
                continue;
            }
            ChatMessage message = new ChatMessage();
            message.read(p, source);
            List<Part> parts = message.parts();
            if (message.role != null || !parts.isEmpty()) {
                into.add(Message.of(message.role == null ? "user" : message.role, parts));
            }
        }
    }

    /** Reads a message, or adds a piece of one; called on the start of an object. */
    public void read(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "role" -> {
                    String said = Json.text(p);
                    role = said == null || said.isEmpty() ? role : said;
                }
                case "content" -> content(p);
                // names for the same thing; who sends two sends it twice
                case "reasoning_content", "reasoning", "thinking" -> thought(p, name);
                case "reasoning_details" -> details(p);
                // Cohere's: what the model says before it asks for tools
                case "tool_plan" -> reasoning.add(Json.text(p));
                case "refusal" -> refusal.add(Json.text(p));
                case "tool_call_id" -> toolCallId = Json.text(p);
                case "tool_calls" -> calls(p, source);
                case "images" -> images(p);
                case "function_call" -> {
                    if (Json.isObject(p)) {
                        function(p, source, call(null, null, null));
                    } else {
                        p.skipChildren();
                    }
                }
                default -> p.skipChildren();
            }
        }
        thoughtAs = null;
    }

    private void thought(JsonParser p, String name) throws IOException {
        String text = Json.text(p);
        if (text != null && (thoughtAs == null || thoughtAs.equals(name))) {
            thoughtAs = name;
            reasoning.add(text);
        }
    }

    /** Reads what is said: text, or a list of parts. */
    public void content(JsonParser p) throws IOException {
        if (Json.isObject(p)) {
            part(p);
            return;
        }
        if (!Json.isArray(p)) {
            content.add(Json.text(p));
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                part(p);
            } else {
                content.add(Json.text(p));
            }
        }
    }

    private void part(JsonParser p) throws IOException {
        String type = null;
        String uri = null;
        String modality = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "type" -> type = Json.text(p);
                case "text" -> content.add(Json.text(p));
                case "refusal" -> refusal.add(Json.text(p));
                case "thinking" -> thinking(p);
                case "image_url", "image" -> {
                    modality = "image";
                    uri = url(p);
                }
                case "video_url", "video" -> {
                    modality = "video";
                    uri = url(p);
                }
                case "input_audio", "audio_url", "audio" -> {
                    modality = "audio";
                    uri = url(p);
                }
                case "file" -> {
                    modality = "document";
                    uri = url(p);
                }
                case "file_url" -> uri = Json.text(p);
                case "logprobs" -> logprobs(p);
                default -> p.skipChildren();
            }
        }
        modality = modality != null ? modality : "input_file".equals(type) ? "document" : "input_image".equals(type) ? "image" : null;
        if (modality != null) {
            media(modality, uri);
        }
    }

    private void logprobs(JsonParser p) throws IOException {
        if (logprobs == null) {
            p.skipChildren();
        } else {
            logprobs.readAll(p);
        }
    }

    /** Reads a list of images that are bytes, as Ollama has them. */
    public void images(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            p.skipChildren();
            media("image", null);
        }
    }

    private void media(String modality, String uri) {
        media = media == null ? new ArrayList<>(2) : media;
        // inline content comes as a data: URL or bare: its bytes are nobody's business
        media.add(Part.media(modality, uri != null && isAddress(uri) ? uri : null));
    }

    private static boolean isAddress(String uri) {
        int colon = uri.indexOf("://");
        return colon > 0 && colon < 16;
    }

    private static String url(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            return Json.text(p);
        }
        String url = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("url")) {
                url = Json.text(p);
            } else {
                p.skipChildren();
            }
        }
        return url;
    }

    /** Mistral's: a list of texts. */
    private void thinking(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            reasoning.add(Json.text(p));
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            texts(p, reasoning);
        }
    }

    /** OpenRouter's: summaries and texts. */
    private void details(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            texts(p, reasoningDetails);
        }
    }

    private static void texts(JsonParser p, Grown into) throws IOException {
        if (!Json.isObject(p)) {
            into.add(Json.text(p));
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("text") || name.equals("summary")) {
                into.add(Json.text(p));
            } else {
                p.skipChildren();
            }
        }
    }

    private void calls(JsonParser p, byte[] source) throws IOException {
        if (Json.isObject(p)) {
            call(p, source);
            return;
        }
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                call(p, source);
            } else {
                p.skipChildren();
            }
        }
    }

    private void call(JsonParser p, byte[] source) throws IOException {
        Call piece = new Call();
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "index" -> piece.index = Json.number(p);
                case "id" -> piece.id = Json.text(p);
                case "function" -> {
                    if (Json.isObject(p)) {
                        function(p, source, piece);
                    } else {
                        p.skipChildren();
                    }
                }
                default -> p.skipChildren();
            }
        }
        Call call = call(piece.index, piece.id, piece.name);
        call.name = call.name == null || call.name.isEmpty() ? piece.name : call.name;
        call.arguments.add(piece.arguments.text());
    }

    private static void function(JsonParser p, byte[] source, Call call) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "name" -> {
                    String said = Json.text(p);
                    call.name = call.name == null ? said : call.name;
                }
                // text by the book, an object with some
                case "arguments" -> call.arguments.add(Json.raw(p, source));
                default -> p.skipChildren();
            }
        }
    }

    /**
     * The call that a piece belongs to: by index; some leave the index out, some send the same one for all calls and another
     * id and name with each, some repeat the id with every piece.
     */
    private Call call(Long index, String id, String name) {
        calls = calls == null ? new ArrayList<>(2) : calls;
        Call same = null;
        for (int i = calls.size() - 1; i >= 0 && same == null; i--) {
            Call known = calls.get(i);
            boolean byId = id != null && id.equals(known.id) && (index == null || index.equals(known.index));
            boolean byIndex = index != null && index.equals(known.index) && !(another(id, known.id) && name != null);
            boolean byOrder = index == null && id == null && name == null && i == calls.size() - 1;
            same = byId || byIndex || byOrder ? known : null;
        }
        if (same == null) {
            same = new Call();
            same.index = index;
            calls.add(same);
        }
        same.id = same.id == null || same.id.isEmpty() ? id : same.id;
        return same;
    }

    private static boolean another(String id, String known) {
        return id != null && !id.isEmpty() && known != null && !known.isEmpty() && !id.equals(known);
    }

    /** What there is: reasoning, text, media, tool calls, in this order; a tool's answer is one part alone. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(2);
        if ("tool".equals(role) || "function".equals(role)) {
            parts.add(Part.toolResponse(toolCallId, content.text() == null ? "" : content.text()));
            if (media != null) {
                parts.addAll(media);
            }
            return parts;
        }
        if (!reasoning.isEmpty() || !reasoningDetails.isEmpty()) {
            parts.add(Part.reasoning(reasoning.isEmpty() ? reasoningDetails.text() : reasoning.text()));
        }
        if (!content.isEmpty()) {
            parts.add(Part.text(content.text()));
        }
        if (!refusal.isEmpty()) {
            parts.add(Part.text(refusal.text()));
        }
        if (media != null) {
            parts.addAll(media);
        }
        for (int i = 0; calls != null && i < calls.size(); i++) {
            Call call = calls.get(i);
            parts.add(Part.toolCall(call.id, call.name, call.arguments.text()));
        }
        return parts;
    }
}
