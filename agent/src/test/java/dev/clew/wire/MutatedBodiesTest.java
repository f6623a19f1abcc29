package dev.clew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.Recordings.Recording;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Bodies that are broken in every way: nothing is thrown out of a reader, none takes for ever, nothing stays behind. How many is
 * the property {@code clew.mutations}; the same number is the same bodies.
 */
class MutatedBodiesTest {
    private static final long SEED = 20261121;
    private static final long COUNT = Long.getLong("clew.mutations", 1_000_000);
    private static final int THREADS = 2;
    private static final int WARM_UP = 20_000;
    private static final long SLOW_NANOS = 1_000_000_000L;
    private static final long HUNG_NANOS = 20_000_000_000L;
    private static final long GROWTH_MAX = 4 << 20;
    private static final int TAIL_MAX = 32 << 10;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private static final String[] CONTENT_TYPES = {
        null, "", "application/json", "application/json; charset=utf-8", "text/event-stream", "application/x-ndjson",
        "application/stream+json", "application/vnd.amazon.eventstream", "text/html"
    };
    private static final int[] STATUS = {200, 200, 200, 200, 0, 400, 404, 429, 500};

    /** A body that is whole, and what reads it. */
    private record Whole(WireFormat format, boolean isRequest, String contentType, String path, String model, byte[] bytes) {}

    private final List<Whole> sent = new ArrayList<>();
    private final List<Whole> received = new ArrayList<>();
    private final WireFormat[] formats = new WireFormat[Format.values().length];
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong cpu = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void brokenBodiesHarmNobody() throws Exception {
        for (Format format : Format.values()) {
            formats[format.ordinal()] = format.make();
        }
        collect();
        run(WARM_UP);
        requests.set(0);
        answers.set(0);
        bytes.set(0);
        cpu.set(0);
        long before = liveHeap();
        long start = System.nanoTime();
        long ran = run(COUNT);
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        long growth = liveHeap() - before;
        System.out.println("mutated bodies: " + ran + " (" + requests + " read as requests, " + answers + " as answers, of "
                + (sent.size() + received.size()) + " whole ones, " + bytes.get() / ran + " bytes each) in " + seconds + " s ("
                + cpu.get() / 1_000_000_000L + " s of processor time), live heap " + growth / 1024 + " KiB more");
        assertThat(failures).isEmpty();
        assertThat(ran).isEqualTo(COUNT);
        assertThat(growth).isLessThan(GROWTH_MAX);
    }

    private static long liveHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    // ---- whole bodies

    private void collect() throws Exception {
        if (Recordings.present()) {
            for (Recording call : Recordings.all()) {
                String url = call.json().path("request").path("url").asText();
                Wire wire = Wire.recognise("POST", URI.create(url), "application/json");
                add(wire, true, "application/json", call.request());
                add(wire, false, call.headers().get("content-type"), call.response());
            }
        }
        for (String[] body : BUILT_IN) {
            Wire wire = Wire.recognise("POST", URI.create("http://x" + body[0]), "application/json");
            add(wire, true, "application/json", body[1].replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            add(wire, false, body[2], body[3].replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        sent.sort(Comparator.comparingInt(w -> w.bytes.length));
        received.sort(Comparator.comparingInt(w -> w.bytes.length));
    }

    private void add(Wire wire, boolean isRequest, String contentType, byte[] bytes) {
        (isRequest ? sent : received).add(new Whole(wire.format(), isRequest, contentType, wire.path, wire.model, bytes));
    }

    /** Path, request, content type, answer: where there are no recordings, and what they do not hold. */
    private static final String[][] BUILT_IN = {
        {"/v1/chat/completions", "{'model':'m','messages':[{'role':'user','content':[{'type':'text','text':'a'}]},{'role':'tool',"
            + "'tool_call_id':'c','content':'x'}],'tools':[{'type':'function','function':{'name':'f','parameters':{}}}]}",
            "text/event-stream", "data: {'id':'i','choices':[{'index':0,'delta':{'content':'a','tool_calls':[{'index':0,'id':'c',"
            + "'function':{'name':'f','arguments':'{}'}}]}}]}\n\ndata: {'usage':{'prompt_tokens':1}}\n\ndata: [DONE]\n\n"},
        {"/v1/responses", "{'model':'m','input':[{'role':'user','content':'x'},{'type':'function_call_output','call_id':'c','output':'y'}]}",
            "text/event-stream", "data: {'type':'response.output_text.delta','delta':'a','output_index':0}\n\ndata: {'type':"
            + "'response.completed','response':{'id':'r','output':[{'type':'message','content':[{'text':'a'}]}]}}\n\n"},
        {"/v1/completions", "{'model':'m','prompt':['a'],'suffix':'b'}", "application/json",
            "{'choices':[{'text':'x','index':0,'logprobs':{'token_logprobs':[-1]}}]}"},
        {"/v1/embeddings", "{'model':'m','input':['a',{'text':'b'}]}", "application/json",
            "{'data':[{'embedding':[1,2]},{'embedding':'AAAAAA=='}],'usage':{'total_tokens':1}}"},
        {"/v1/messages", "{'model':'m','max_tokens':1,'messages':[{'role':'user','content':[{'type':'text','text':'a'}]}]}",
            "text/event-stream", "event: message_start\ndata: {'type':'message_start','message':{'id':'i','usage':{'input_tokens':1}}}\n\n"
            + "data: {'type':'content_block_start','index':0,'content_block':{'type':'tool_use','id':'t','name':'f','input':{}}}\n\n"
            + "data: {'type':'content_block_delta','index':0,'delta':{'type':'input_json_delta','partial_json':'{}'}}\n\n"},
        {"/v1beta/models/g:streamGenerateContent", "{'contents':[{'role':'user','parts':[{'text':'a'}]}]}", "application/json",
            "[{'candidates':[{'content':{'parts':[{'text':'a'},{'functionCall':{'name':'f','args':{}}}]}}]},\n{'usageMetadata':{}}]"},
        {"/v1/models/g:streamGenerateContent", "{'contents':[{'role':'user','parts':[{'text':'a'}]}]}", "text/event-stream",
            "data: {'candidates':[{'content':{'parts':[{'functionCall':{'name':'f','willContinue':true}}]}}]}\n\ndata: {'candidates':[{'content':"
            + "{'parts':[{'functionCall':{'partialArgs':[{'jsonPath':'$.a.b[9].c','stringValue':'x','willContinue':true},{'jsonPath':"
            + "'$.d[0]','numberValue':1}],'willContinue':true}}]}}]}\n\ndata: {'candidates':[{'content':{'parts':[{'functionCall':{}}]}}]}\n\n"},
        {"/v1beta/models/g:batchEmbedContents", "{'requests':[{'content':{'parts':[{'text':'a'}]}}]}", "application/json",
            "{'embeddings':[{'values':[1,2]}]}"},
        {"/model/m/converse", "{'messages':[{'role':'user','content':[{'text':'a'}]}]}", "application/json",
            "{'output':{'message':{'role':'assistant','content':[{'text':'a'},{'toolUse':{'toolUseId':'t','name':'f','input':{}}}]}},"
            + "'stopReason':'tool_use','usage':{'inputTokens':1,'outputTokens':2}}"},
        {"/model/amazon.titan-text/invoke", "{'inputText':'a','textGenerationConfig':{'maxTokenCount':1}}", "application/json",
            "{'inputTextTokenCount':1,'results':[{'tokenCount':1,'outputText':'a','completionReason':'FINISH'}]}"},
        {"/api/chat", "{'model':'m','messages':[{'role':'user','content':'a','images':['AA']}],'options':{'stop':['x']}}",
            "application/x-ndjson", "{'message':{'content':'a'}}\n{'message':{'tool_calls':[{'function':{'name':'f','arguments':{}}}]}}\n"
            + "{'done':true,'done_reason':'stop','eval_count':1}\n"},
        {"/api/embed", "{'model':'m','input':'a'}", "application/json", "{'embeddings':[[1,2],[3,4]],'prompt_eval_count':1}"},
        {"/v2/chat", "{'model':'m','messages':[{'role':'user','content':'a'}]}", "text/event-stream",
            "data: {'type':'message-start','id':'i'}\n\ndata: {'type':'content-delta','index':0,'delta':{'message':{'content':{'text':'a'}}}}\n\n"
            + "data: {'type':'message-end','delta':{'finish_reason':'COMPLETE','usage':{'tokens':{'input_tokens':1}}}}\n\n"},
        {"/v1/chat", "{'message':'a','chat_history':[{'role':'USER','message':'b'}]}", "application/stream+json",
            "{'event_type':'text-generation','text':'a'}\n{'event_type':'stream-end','response':{'text':'a'}}\n"},
        {"/v2/embed", "{'model':'m','texts':['a'],'embedding_types':['float']}", "application/json",
            "{'id':'i','embeddings':{'float':[[1,2]]},'meta':{'billed_units':{'input_tokens':1}}}"},
        {"/services/aigc/text-generation/generation", "{'model':'m','input':{'messages':[{'role':'user','content':'a'}]},'parameters':{}}",
            "text/event-stream", "id:1\nevent:result\ndata:{'output':{'choices':[{'message':{'content':'a'},'finish_reason':'null'}]},"
            + "'usage':{'input_tokens':1},'request_id':'r'}\n\n"},
        {"/services/embeddings/text-embedding/text-embedding", "{'model':'m','input':{'texts':['a']}}", "application/json",
            "{'output':{'embeddings':[{'text_index':0,'embedding':[1,2]}]},'usage':{'total_tokens':1},'request_id':'r'}"},
        {"/v1/rerank", "{'model':'m','query':'q','documents':['a',{'text':'b'}]}", "application/json",
            "{'results':[{'index':0,'relevance_score':0.5,'document':{'text':'a'}}],'meta':{'billed_units':{'search_units':1}}}"},
        // nothing but malformed events
        {"/v1/chat/completions", "{'messages':" + "[".repeat(5000), "text/event-stream", "data: {\n\n".repeat(20_000)},
    };

    // ---- reading them broken

    /** One thread's work, and since when it is at one body; 0 for at none. */
    private final class Reader extends Thread {
        private final long end;
        private volatile long since;
        private volatile long index;

        Reader(long end) {
            super("reads mutated bodies");
            this.end = end;
            setDaemon(true);
        }

        @Override
        public void run() {
            for (long i = next.getAndIncrement(); i < end && failures.size() < 10; i = next.getAndIncrement()) {
                index = i;
                since = System.nanoTime();
                read(i);
                since = 0;
            }
            cpu.addAndGet(THREAD.getCurrentThreadCpuTime());
        }
    }

    /** Returns how many there were. */
    private long run(long count) throws InterruptedException {
        long first = 0;
        next.set(first);
        Reader[] readers = new Reader[THREADS];
        for (int i = 0; i < THREADS; i++) {
            readers[i] = new Reader(first + count);
            readers[i].start();
        }
        for (Reader reader : readers) {
            while (reader.isAlive()) {
                reader.join(1000);
                long since = reader.since;
                if (since != 0 && System.nanoTime() - since > HUNG_NANOS) {
                    throw new AssertionError("body " + reader.index + " is read for ever: " + Arrays.toString(reader.getStackTrace()));
                }
            }
        }
        return Math.min(next.get(), first + count) - first;
    }

    private void read(long index) {
        SplittableRandom random = new SplittableRandom(SEED + index * 0x9E3779B97F4A7C15L);
        Whole whole = pick(random.nextInt(3) == 0 ? sent : received, random);
        Whole other = pick(random.nextBoolean() ? sent : received, random);
        byte[] broken = new Mutator(random).broken(whole.bytes, other.bytes);
        bytes.addAndGet(broken.length);
        WireFormat format = random.nextInt(4) > 0 ? whole.format : formats[random.nextInt(formats.length)];
        Payload body = payload(broken, random);
        boolean asRequest = whole.isRequest ^ random.nextInt(10) == 0;
        String contentType = random.nextInt(3) > 0 ? whole.contentType : CONTENT_TYPES[random.nextInt(CONTENT_TYPES.length)];
        int status = STATUS[random.nextInt(STATUS.length)];
        Map<String, String> headers = random.nextBoolean() ? null : Map.of("x-amzn-errortype", "X:Y");
        Sent request = asRequest ? new Sent(body, whole.path, whole.model) : null;
        Received answer = asRequest ? null : new Received(body, contentType, status, headers, whole.path, whole.model);
        (asRequest ? requests : answers).incrementAndGet();
        try {
            long fastest = Long.MAX_VALUE;
            // time of the processor: a thread that waits for one is not slow; what is slow is slow three times
            for (int attempt = 0; attempt < 3 && fastest > SLOW_NANOS; attempt++) {
                long start = THREAD.getCurrentThreadCpuTime();
                check(format, request, answer);
                fastest = Math.min(fastest, THREAD.getCurrentThreadCpuTime() - start);
            }
            if (fastest > SLOW_NANOS) {
                failures.add(format.getClass().getSimpleName() + " takes " + fastest / 1_000_000 + " ms for body " + index + " of " + broken.length);
            }
        } catch (Throwable thrown) {
            String all = Base64.getEncoder().encodeToString(Arrays.copyOf(broken, Math.min(broken.length, 3000)));
            failures.add(format.getClass().getSimpleName() + " throws " + thrown + " at " + Arrays.toString(
                    Arrays.copyOf(thrown.getStackTrace(), Math.min(6, thrown.getStackTrace().length))) + " for body " + index
                    + (asRequest ? " (request) " : " (answer) ") + all);
        }
    }

    private static void check(WireFormat format, Sent sent, Received received) {
        if (sent != null) {
            ModelRequest request = format.request(sent);
            check(request == null ? null : request.messages);
            return;
        }
        ModelResponse response = format.response(received);
        if (response == null) {
            throw new AssertionError("no answer at all");
        }
        check(response.messages);
    }

    private static void check(List<Message> messages) {
        for (int i = 0; messages != null && i < messages.size(); i++) {
            Message message = messages.get(i);
            boolean whole = message.role() != null && message.parts() != null;
            for (int part = 0; whole && part < message.parts().size(); part++) {
                whole = message.parts().get(part) != null;
            }
            if (!whole) {
                throw new AssertionError("a message without a role or a part: " + message);
            }
        }
    }

    /** Small ones more often. */
    private static Whole pick(List<Whole> from, SplittableRandom random) {
        double x = random.nextDouble();
        return from.get((int) (x * x * x * x * from.size()));
    }

    /** Whole, or its beginning, or with a hole; at times in an encoding that it is not in. */
    private static Payload payload(byte[] bytes, SplittableRandom random) {
        Payload whole = new Payload(bytes, bytes.length, Payload.NONE, false);
        return switch (random.nextInt(20)) {
            case 0 -> new Payload(bytes, random.nextInt(bytes.length + 1), Payload.NONE, true);
            case 1, 2 -> {
                int head = random.nextInt(bytes.length + 1);
                int tail = head + random.nextInt(bytes.length - head + 1);
                tail = Math.max(tail, bytes.length - TAIL_MAX);
                yield new Payload(bytes, head, Arrays.copyOfRange(bytes, tail, bytes.length), random.nextInt(8) > 0);
            }
            case 3 -> random.nextInt(10) > 0 ? whole : whole.decoded(random.nextBoolean() ? "gzip" : random.nextBoolean() ? "deflate" : "br");
            default -> whole;
        };
    }
}
