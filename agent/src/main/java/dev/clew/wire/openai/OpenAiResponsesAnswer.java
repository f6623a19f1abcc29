package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Logprobs;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an answer of the Responses API: whole, or a stream. The last events of a stream hold the whole answer once more; what
 * came in pieces counts where the stream was cut before that.
 */
final class OpenAiResponsesAnswer implements JsonEvents.Reader {
    private final Received received;
    private final boolean streamed;
    private final ModelResponse response = new ModelResponse();
    private final Usage usage = new Usage();
    private final Failure failure = new Failure();
    /** The output as the answer itself has it; null where it did not come. */
    private List<OpenAiResponsesItem> whole;
    /** The output as it came in pieces. */
    private final List<Slot> pieces = new ArrayList<>(2);

    private record Slot(long index, OpenAiResponsesItem item) {}

    private OpenAiResponsesAnswer(Received received, boolean streamed) {
        this.received = received;
        this.streamed = streamed;
    }

    static ModelResponse of(Received received) {
        OpenAiResponsesAnswer answer = new OpenAiResponsesAnswer(received, received.isEvents());
        if (answer.streamed) {
            JsonEvents events = new JsonEvents();
            answer.response.events = received.events(events);
            events.readAll(answer);
        } else {
            Json.readObject(received.body, answer);
        }
        return answer.finish();
    }

    /** An event, or the answer itself. */
    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String type = null;
        String delta = null;
        Long index = null;
        Long part = null;
        OpenAiResponsesItem item = null;
        Logprobs logprobs = new Logprobs();
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "type" -> type = Json.text(p);
                case "response" -> response(p, source);
                case "delta" -> delta = Json.text(p);
                case "output_index" -> index = Json.number(p);
                case "summary_index" -> part = Json.number(p);
                case "logprobs" -> logprobs.readAll(p);
                case "item" -> item = Json.isObject(p) ? item(p, source) : null;
                default -> field(name, p, source);
            }
        }
        if (type != null) {
            apply(type, index == null ? 0 : index, part == null ? 0 : part, delta, item, logprobs);
        }
    }

    private static OpenAiResponsesItem item(JsonParser p, byte[] source) throws IOException {
        OpenAiResponsesItem item = new OpenAiResponsesItem();
        item.read(p, source);
        return item;
    }

    private void response(JsonParser p, byte[] source) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            field(name, p, source);
        }
    }

    private void field(String name, JsonParser p, byte[] source) throws IOException {
        switch (name) {
            case "id" -> response.id = last(response.id, Json.text(p));
            case "model" -> response.model = last(response.model, Json.text(p));
            case "service_tier" -> response.serviceTier = last(response.serviceTier, Json.text(p));
            case "status" -> response.status = last(response.status, Json.text(p));
            case "incomplete_details" -> response.incompleteReason = last(response.incompleteReason, Json.textAt(p, "reason"));
            case "output" -> output(p, source);
            case "usage" -> usage.read(p);
            default -> {
                if (!failure.field(name, p)) {
                    p.skipChildren();
                }
            }
        }
    }

    private static String last(String known, String more) {
        return more != null && !more.isBlank() ? more : known;
    }

    private void output(JsonParser p, byte[] source) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        List<OpenAiResponsesItem> items = new ArrayList<>(2);
        whole = streamed ? whole : items;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                OpenAiResponsesItem item = new OpenAiResponsesItem();
                items.add(item);
                item.read(p, source);
            } else {
                p.skipChildren();
            }
        }
        // of a stream, only one that is whole is better than the pieces
        whole = items.isEmpty() ? whole : items;
    }

    private void apply(String type, long index, long part, String delta, OpenAiResponsesItem item, Logprobs logprobs) {
        switch (type) {
            case "response.output_item.added", "response.output_item.done" -> put(index, item);
            case "response.output_text.delta" -> {
                OpenAiResponsesItem message = at(index, "message");
                message.say(delta);
                message.logprobs.add(logprobs);
            }
            case "response.refusal.delta" -> at(index, "message").refuse(delta);
            case "response.reasoning_text.delta" -> at(index, "reasoning").say(delta);
            case "response.reasoning_summary_text.delta" -> at(index, "reasoning").summarise(part, delta);
            case "response.function_call_arguments.delta" -> at(index, "function_call").ask(delta);
            case "response.custom_tool_call_input.delta" -> at(index, "custom_tool_call").ask(delta);
            case "response.mcp_call_arguments.delta" -> at(index, "mcp_call").ask(delta);
            case "response.code_interpreter_call_code.delta" -> at(index, "code_interpreter_call").ask(delta);
            case "error" -> failure.declare();
            default -> {
                // of an error that is no event
                if (!streamed) {
                    failure.kind(type);
                }
            }
        }
    }

    private void put(long index, OpenAiResponsesItem item) {
        if (item != null) {
            int at = find(index);
            if (at < pieces.size() && pieces.get(at).index == index) {
                pieces.set(at, new Slot(index, item));
            } else {
                pieces.add(at, new Slot(index, item));
            }
        }
    }

    private OpenAiResponsesItem at(long index, String type) {
        int at = find(index);
        if (at == pieces.size() || pieces.get(at).index != index) {
            pieces.add(at, new Slot(index, new OpenAiResponsesItem(type)));
        }
        return pieces.get(at).item;
    }

    /** Where it is or would be; mostly the last. */
    private int find(long index) {
        int at = pieces.size();
        while (at > 0 && pieces.get(at - 1).index >= index) {
            at--;
        }
        return at;
    }

    private ModelResponse finish() {
        List<Part> parts = new ArrayList<>();
        Logprobs logprobs = new Logprobs();
        int count = whole != null ? whole.size() : pieces.size();
        for (int i = 0; i < count; i++) {
            OpenAiResponsesItem item = whole != null ? whole.get(i) : pieces.get(i).item;
            // of one that broke off before it said what it is nothing can be told
            if (item.hasType()) {
                parts.addAll(item.parts());
                logprobs.add(item.logprobs);
            }
        }
        response.messages = parts.isEmpty() ? null : List.of(new Message("assistant", parts, null));
        logprobs.into(response);
        usage.into(response);
        if ("failed".equals(response.status)) {
            failure.declare();
        }
        failure.into(response, received);
        if (received.failed()) {
            // an error's id or status is not an answer's
            response.status = null;
        }
        return response;
    }
}
