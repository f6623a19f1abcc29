package dev.clew.plugins.springaiadvisors;

import dev.clew.context.Rescuable;
import dev.clew.trace.AgentRun;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatResponse;

/** One advisor's turn: what it got and what it handed on, each way. Asked for when its agent is over. */
final class Advice implements Supplier<Map<String, String>>, Rescuable {
    private static final String MODEL = "org.springframework.ai.chat.client.advisor.ChatModel";

    private final Chain chain;
    private final Advice outer;
    private final AgentRun run;
    private final Object advisor;
    /** To be told from another turn alone: it may lead to anything. */
    private final WeakReference<ChatClientRequest> request;

    private final List<Message> asked;
    private final boolean streams;

    /** What the next advisor or the model was asked; null where nobody was. */
    private List<Message> passed;
    /** What it was answered, last. */
    private ChatResponse got;

    private ChatResponse answer;
    private Throwable inside;
    private Throwable error;

    Advice(Chain chain, Advice outer, AgentRun run, Object advisor, ChatClientRequest request, boolean streams) {
        this.chain = chain;
        this.outer = outer;
        this.run = run;
        this.advisor = advisor;
        this.request = new WeakReference<>(request);
        this.asked = new ArrayList<>(request.prompt().getInstructions());
        this.streams = streams;
    }

    /** Whether this is the same turn, of a superclass. */
    boolean isSame(Object other, ChatClientRequest with) {
        return advisor == other && request.get() == with && passed == null;
    }

    /** The end of the chain is called one too, and asks the model. */
    boolean isTheModel() {
        return advisor.getClass().getName().startsWith(MODEL);
    }

    boolean isGuard() {
        return advisor instanceof SafeGuardAdvisor;
    }

    Supplier<Map<String, String>> verdict() {
        return new Verdict(this);
    }

    synchronized void passedOn(Object next, ChatClientRequest with) {
        if (passed == null && next != advisor) {
            passed = new ArrayList<>(with.prompt().getInstructions());
        }
    }

    private synchronized void got(ChatResponse response, Throwable thrown) {
        got = response;
        inside = thrown;
    }

    private synchronized void ended(ChatResponse response, Throwable thrown) {
        answer = response;
        error = thrown;
    }

    /** For a turn in one piece: a stream's is over with its agent. */
    void end(ChatClientResponse response, Throwable thrown) {
        if (streams) {
            return;
        }
        chain.back(outer);
        ChatResponse said = response == null ? null : response.chatResponse();
        ended(said, thrown);
        if (outer != null) {
            outer.got(said, thrown);
        }
    }

    @Override
    public void rescue() {
        end(null, null);
    }

    /** Whether it answered itself, so that nobody behind it was asked. */
    synchronized boolean isAnswer() {
        return passed == null && error == null && (streams ? !run.threw() && !run.wasCancelled() : answer != null);
    }

    synchronized List<Message> asked() {
        return asked;
    }

    SafeGuardAdvisor guard() {
        return (SafeGuardAdvisor) advisor;
    }

    @Override
    public synchronized Map<String, String> get() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (advisor instanceof Advisor known) {
            facts.put("advisor", known.getName());
            facts.put("order", Integer.toString(known.getOrder()));
        }
        facts.put("class", advisor.getClass().getName());
        boolean failed = error != null && error != inside;
        facts.put("outcome", failed ? "failed" : isAnswer() ? "answered" : passed == null ? "stopped" : "passed");
        if (failed) {
            facts.put("message", error.getClass().getName() + ": " + error.getMessage());
        }
        if (passed != null) {
            facts.put("request.before", Said.in(asked, passed));
            facts.put("request.after", Said.in(passed, asked));
        }
        if (answer != null && answer != got) {
            String before = Said.in(got);
            String after = Said.in(answer);
            boolean same = before == null ? after == null : before.equals(after);
            facts.put("response.before", same ? null : before);
            facts.put("response.after", same ? null : after);
        }
        return facts;
    }
}
