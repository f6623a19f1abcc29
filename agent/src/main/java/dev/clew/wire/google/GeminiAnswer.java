package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.shape.Blocks;
import dev.clew.wire.shape.Failure;
import dev.clew.wire.shape.Logprobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads an answer: whole, or each piece of one that is streamed, which has the same shape. */
final class GeminiAnswer implements JsonEvents.Reader {
    private final Received received;
    private final ModelResponse response = new ModelResponse();
    private final List<Candidate> candidates = new ArrayList<>(1);
    private final Logprobs logprobs = new Logprobs();
    private final GeminiUsage usage = new GeminiUsage();
    private final Failure failure = new Failure();
    private long objects;

    private static final class Candidate {
        final long index;
        final Blocks blocks = new Blocks();
        String role;
        String finishReason;

        Candidate(long index) {
            this.index = index;
        }
    }

    GeminiAnswer(Received received) {
        this.received = received;
    }

    /** Says how many events the stream had; null for not known. */
    void events(Long count) {
        response.events = count;
    }

    /** Reads one object, or an array of them: a stream without server-sent events, and an error in the place of one. */
    void read() {
        Payload body = received.body;
        boolean isArray = values(body.bytes, body.length);
        if (body.tail.length > 0) {
            int start = nextOfArray(body.tail);
            values(Arrays.copyOfRange(body.tail, start, body.tail.length), body.tail.length - start);
        }
        if (isArray && !received.failed() && received.path.contains(GeminiGenerate.STREAM)) {
            response.events = body.gap ? null : (Long) objects;
        }
    }

    private boolean values(byte[] bytes, int length) {
        boolean isArray = false;
        try (JsonParser p = Json.parser(bytes, length)) {
            JsonToken first = p.nextToken();
            isArray = first == JsonToken.START_ARRAY;
            if (first == JsonToken.START_OBJECT) {
                object(p, bytes);
            } else if (isArray) {
                while (Json.nextObject(p)) {
                    object(p, bytes);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        return isArray;
    }

    /** Where an array goes on behind a gap: objects begin on a line of their own. The comma becomes the array's beginning. */
    private static int nextOfArray(byte[] tail) {
        for (int i = 1; i < tail.length; i++) {
            if (tail[i] == ',' && tail[i - 1] == '\n') {
                int next = i + 1;
                while (next < tail.length && (tail[next] == '\r' || tail[next] == '\n')) {
                    next++;
                }
                if (next > i + 1 && next < tail.length && tail[next] == '{') {
                    tail[i] = '[';
                    return i;
                }
            }
        }
        return tail.length;
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        objects++;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "responseId" -> response.id = Json.last(response.id, Json.text(p));
                case "modelVersion" -> response.model = Json.last(response.model, Json.text(p));
                case "candidates" -> candidates(p, source);
                case "usageMetadata" -> usage.read(p);
                case "promptFeedback" -> feedback(p);
                default -> {
                    if (!failure.field(name, p)) {
                        p.skipChildren();
                    }
                }
            }
        }
    }

    private void feedback(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("blockReason")) {
                response.incompleteReason = Json.last(response.incompleteReason, Json.scalar(p));
            } else {
                p.skipChildren();
            }
        }
    }

    private void candidates(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        for (long position = 0; Json.nextObject(p); position++) {
            candidate(p, source, position);
        }
    }

    private void candidate(JsonParser p, byte[] source, long position) throws IOException {
        // the index comes last, and is left out where it is 0: some leave it out altogether
        long index = position;
        GeminiContent piece = new GeminiContent();
        String finishReason = null;
        try {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "index" -> {
                        Long said = Json.number(p);
                        index = said == null ? index : said;
                    }
                    case "content" -> piece.read(p, source);
                    case "finishReason" -> finishReason = reason(Json.scalar(p));
                    case "logprobsResult" -> logprobs(p);
                    default -> p.skipChildren();
                }
            }
        } finally {
            Candidate candidate = at(index);
            candidate.role = Json.last(candidate.role, piece.role);
            piece.appendTo(candidate.blocks);
            candidate.finishReason = Json.last(candidate.finishReason, finishReason);
        }
    }

    private Candidate at(long index) {
        int at = 0;
        while (at < candidates.size() && candidates.get(at).index < index) {
            at++;
        }
        if (at == candidates.size() || candidates.get(at).index != index) {
            candidates.add(at, new Candidate(index));
        }
        return candidates.get(at);
    }

    /** Not said where it is the definition's first, which means that. */
    private static String reason(String reason) {
        return reason == null || reason.equals("0") || reason.equals("FINISH_REASON_UNSPECIFIED") ? null : reason;
    }

    private void logprobs(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("chosenCandidates") && Json.isArray(p)) {
                while (Json.nextObject(p)) {
                    chosen(p);
                }
            } else {
                p.skipChildren();
            }
        }
    }

    private void chosen(JsonParser p) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("logProbability")) {
                logprobs.add(Json.real(p));
            } else {
                p.skipChildren();
            }
        }
    }

    ModelResponse finish() {
        List<Message> messages = new ArrayList<>(candidates.size());
        List<String> reasons = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            String role = candidate.role == null ? "model" : candidate.role;
            messages.add(new Message(role, candidate.blocks.parts(), candidate.finishReason));
            if (candidate.finishReason != null) {
                reasons.add(candidate.finishReason);
            }
        }
        response.messages = messages.isEmpty() ? null : messages;
        response.finishReasons = reasons.isEmpty() ? null : reasons;
        response.id = Json.named(response.id);
        response.model = Json.named(response.model);
        usage.into(response);
        logprobs.into(response);
        failure.into(response, received);
        return response;
    }
}
