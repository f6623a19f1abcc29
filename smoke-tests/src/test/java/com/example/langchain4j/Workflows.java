package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.planner.Action;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.InitPlanningContext;
import dev.langchain4j.agentic.planner.Planner;
import dev.langchain4j.agentic.planner.PlanningContext;
import dev.langchain4j.agentic.supervisor.SupervisorResponseStrategy;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.V;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workflows of agents as an application puts them together. */
public final class Workflows {
    public interface Writer {
        @dev.langchain4j.service.UserMessage("Write about {{topic}}")
        @Agent(name = "Writer", description = "Writes", outputKey = "story")
        String write(@V("topic") String topic);
    }

    public interface Editor {
        @dev.langchain4j.service.UserMessage("Edit {{story}}")
        @Agent(name = "Editor", description = "Edits", outputKey = "story")
        String edit(@V("story") String story);
    }

    public interface Critic {
        @dev.langchain4j.service.UserMessage("Judge {{story}}")
        @Agent(name = "Critic", description = "Judges", outputKey = "verdict")
        String judge(@V("story") String story);
    }

    public interface StreamingWriter {
        @dev.langchain4j.service.UserMessage("Write about {{topic}}")
        @Agent(name = "StreamingWriter", description = "Writes", outputKey = "story")
        TokenStream write(@V("topic") String topic);
    }

    public interface Teller {
        @Agent
        TokenStream tell(@V("topic") String topic);
    }

    /** No model at all. */
    public static final class Stamp {
        @Agent(name = "Stamp", description = "Stamps", outputKey = "stamped")
        public String stamp(@V("story") String story) {
            return story + " (stamped)";
        }
    }

    private static final ChatModel ECHO = new Scripted(request -> AiMessage.from("<" + lastText(request) + ">"));

    private Workflows() {}

    static String lastText(ChatRequest request) {
        ChatMessage last = request.messages().get(request.messages().size() - 1);
        return ((UserMessage) last).singleText();
    }

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("sequence", () -> System.out.println(run("Sequence", writer(ECHO), editor(ECHO), new Stamp())));
        marks.run("tools", () -> System.out.println(run("Tools", AgenticServices.agentBuilder(Writer.class)
                .chatModel(new Scripted(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox())
                .build())));
        marks.run("parallel", Workflows::parallel);
        marks.run("nested", Workflows::nested);
        marks.run("loop", Workflows::loop);
        marks.run("conditional", Workflows::conditional);
        marks.run("supervisor", Workflows::supervisor);
        marks.run("planned", Workflows::planned);
        marks.run("async", Workflows::async);
        marks.run("error", Workflows::error);
        marks.run("streamed", Workflows::streamed);
        marks.run("retried", Workflows::retried);
        marks.run("human", Workflows::human);
        System.exit(0);
    }

    private static Writer writer(ChatModel model) {
        return AgenticServices.agentBuilder(Writer.class).chatModel(model).build();
    }

    static Editor editor(ChatModel model) {
        return AgenticServices.agentBuilder(Editor.class).chatModel(model).build();
    }

    static Critic critic(ChatModel model) {
        return AgenticServices.agentBuilder(Critic.class).chatModel(model).build();
    }

    private static Object run(String name, Object... agents) {
        UntypedAgent sequence = AgenticServices.sequenceBuilder().name(name).subAgents(agents).outputKey("story").build();
        return sequence.invoke(Map.of("topic", "dragons"));
    }

    /** Both are at work at the same time. */
    private static ChatModel meeting() {
        CountDownLatch both = new CountDownLatch(2);
        return new Scripted(request -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return AiMessage.from("met");
        });
    }

    private static UntypedAgent together() {
        ChatModel model = meeting();
        return AgenticServices.parallelBuilder()
                .name("Together")
                .subAgents(editor(model), critic(model))
                .outputKey("verdict")
                .build();
    }

    private static void parallel() {
        System.out.println(together().invoke(Map.of("story", "a story")));
    }

    private static void nested() {
        System.out.println(run("Outer", writer(ECHO), together()));
    }

    private static void loop() {
        AtomicInteger rounds = new AtomicInteger();
        UntypedAgent loop = AgenticServices.loopBuilder()
                .name("Loop")
                .subAgents(editor(ECHO))
                .maxIterations(5)
                .exitCondition(scope -> rounds.incrementAndGet() == 2)
                .outputKey("story")
                .build();
        System.out.println(loop.invoke(Map.of("story", "x")));
    }

    private static void conditional() {
        UntypedAgent router = AgenticServices.conditionalBuilder()
                .name("Router")
                .subAgents(scope -> false, editor(ECHO))
                .subAgents(scope -> true, critic(ECHO))
                .outputKey("verdict")
                .build();
        System.out.println(router.invoke(Map.of("story", "x")));
    }

    /** As the planner is told of it: some versions add a number. */
    static String idOf(String agent, ChatRequest request) {
        Matcher id = Pattern.compile(agent + "[$\\w]*").matcher(request.messages().toString());
        return id.find() ? id.group() : agent;
    }

    private static void supervisor() {
        AtomicInteger turn = new AtomicInteger();
        ChatModel planner = new Scripted(request -> AiMessage.from(
                turn.getAndIncrement() == 0
                        ? "{\"agentName\":\"" + idOf("Writer", request) + "\",\"arguments\":{\"topic\":\"dragons\"}}"
                        : "{\"agentName\":\"done\",\"arguments\":{\"response\":\"all done\"}}"));
        var supervisor = AgenticServices.supervisorBuilder()
                .name("Boss")
                .chatModel(planner)
                .responseStrategy(SupervisorResponseStrategy.LAST)
                .subAgents(writer(ECHO))
                .build();
        System.out.println(supervisor.invoke("A story about dragons"));
    }

    /** A planner of the application's own asks a model who is first, and needs no advice after that. */
    private static final class Adviser implements Planner {
        private List<AgentInstance> agents;

        @Override
        public void init(InitPlanningContext context) {
            agents = context.subagents();
        }

        @Override
        public Action firstAction(PlanningContext context) {
            String name = new Scripted(request -> AiMessage.from("Editor, since there is a story")).chat("Who is first?").split(",")[0];
            return call(agents.get(agents.get(0).name().startsWith(name) ? 0 : 1));
        }

        @Override
        public Action nextAction(PlanningContext context) {
            return context.previousAgentInvocation().agentName().startsWith("Editor") ? call(agents.get(0)) : done();
        }
    }

    private static void planned() {
        System.out.println(AgenticServices.plannerBuilder()
                .name("Planned")
                .planner(Adviser::new)
                .subAgents(critic(ECHO), editor(ECHO))
                .outputKey("verdict")
                .build()
                .invoke(Map.of("story", "x")));
    }

    private static void async() {
        Writer writer = AgenticServices.agentBuilder(Writer.class).chatModel(ECHO).async(true).build();
        System.out.println(run("Async", writer, editor(ECHO)));
    }

    private static void streamed() throws InterruptedException {
        StreamingWriter writer = AgenticServices.agentBuilder(StreamingWriter.class)
                .streamingChatModel(new ScriptedStream(toolsThen("It is 3.", call("c1", "add", "{\"a\":1,\"b\":2}"))))
                .tools(new Toolbox())
                .build();
        Teller teller = AgenticServices.sequenceBuilder(Teller.class)
                .name("Streamed")
                .subAgents(writer)
                .outputKey("story")
                .build();
        CountDownLatch done = new CountDownLatch(1);
        teller.tell("dragons")
                .onPartialResponse(System.out::println)
                .onCompleteResponse(response -> done.countDown())
                .onError(error -> done.countDown())
                .start();
        done.await();
    }

    private static void retried() {
        AtomicInteger calls = new AtomicInteger();
        Writer writer = writer(new Scripted(request -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("try again");
            }
            return AiMessage.from("a story");
        }));
        UntypedAgent sequence = AgenticServices.sequenceBuilder()
                .name("Retried")
                .subAgents(writer)
                .errorHandler(context -> ErrorRecoveryResult.retry())
                .outputKey("story")
                .build();
        System.out.println(sequence.invoke(Map.of("topic", "dragons")));
    }

    private static void human() {
        HumanInTheLoop reader = AgenticServices.humanInTheLoopBuilder()
                .description("Asks the reader")
                .responseProvider(scope -> "I like " + scope.readState("story"))
                .outputKey("opinion")
                .build();
        System.out.println(run("Human", writer(ECHO), reader));
    }

    private static void error() {
        IllegalArgumentException mine = new IllegalArgumentException("no such model");
        try {
            run("Broken", writer(new Scripted(request -> {
                throw mine;
            })));
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            System.out.println(e.getClass().getName() + " the same: " + (root == mine));
        }
    }
}
