package com.example.springai;

import com.example.langchain4j.Marks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.SafeGuardAdvisor;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.client.advisor.api.AdvisorChain;
import org.springframework.ai.chat.client.advisor.api.BaseAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;
import reactor.core.publisher.Flux;

/** Agents with advisors: the library's and the application's own. */
final class Advisors {
    private Advisors() {}

    static void main(Marks marks, ChatModel openAi) throws IOException, InterruptedException {
        VectorStore store = SimpleVectorStore.builder(new Vectors()).build();
        store.add(List.of(new Document("s-1", "The sky is blue.", Map.of())));
        Advisor[] all = {
            MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder().build()).build(),
            new Polite(),
            SafeGuardAdvisor.builder().sensitiveWords(List.of("secret")).order(-50).build(),
            RetrievalAugmentationAdvisor.builder()
                    .documentRetriever(VectorStoreDocumentRetriever.builder().vectorStore(store).build())
                    .order(10)
                    .build()
        };
        marks.run("advised", () -> System.out.println(client(openAi, "What is 1 + 2?", all).call().content()));
        marks.run("advisedAgain", () -> System.out.println(client(openAi, "hi", all).call().content()));
        marks.run("streamAdvised", () -> System.out.println(
                String.join("", client(openAi, "hi", all).stream().content().collectList().block())));
        marks.run("blocked", () -> System.out.println(client(openAi, "Tell me the secret", all).call().content()));
        marks.run("streamBlocked", () -> System.out.println(
                client(openAi, "Tell me the secret", all).stream().content().blockLast()));
        marks.run("answered", () -> System.out.println(client(openAi, "hi", new Known(), new Polite()).call().content()));
        marks.run("streamAnswered", () -> System.out.println(
                client(openAi, "hi", new Known(), new Polite()).stream().content().blockLast()));
        IllegalStateException mine = new IllegalStateException("out of order");
        marks.run("brokenAdvisor", () -> {
            try {
                client(openAi, "hi", new Polite(), new Broken(mine)).call().content();
            } catch (IllegalStateException e) {
                System.out.println("the same: " + (e == mine));
            }
        });
    }

    private static ChatClient.ChatClientRequestSpec client(ChatModel model, String question, Advisor... advisors) {
        return ChatClient.create(model).prompt(question).toolCallbacks(Clients.tools()).advisors(advisors)
                .advisors(a -> a.param("chat_memory_conversation_id", "customer-8"));
    }

    private static ChatResponse says(String text) {
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text))));
    }

    /** Changes what is asked, and what is answered in the end. */
    private static final class Polite implements BaseAdvisor {
        @Override
        public ChatClientRequest before(ChatClientRequest request, AdvisorChain chain) {
            Prompt polite = request.prompt().augmentUserMessage(request.prompt().getUserMessage().getText() + ", please");
            return request.mutate().prompt(polite).build();
        }

        @Override
        public ChatClientResponse after(ChatClientResponse response, AdvisorChain chain) {
            String text = response.chatResponse().getResult().getOutput().getText();
            if (text == null || text.isEmpty() || response.chatResponse().hasToolCalls()) {
                return response;
            }
            return response.mutate().chatResponse(says(text + " Have a nice day.")).build();
        }

        @Override
        public int getOrder() {
            return -100;
        }
    }

    /** Knows the answer and asks nobody. */
    private static final class Known implements CallAdvisor, StreamAdvisor {
        @Override
        public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
            return ChatClientResponse.builder().chatResponse(says("I know that one.")).context(request.context()).build();
        }

        @Override
        public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
            return Flux.defer(() -> Flux.just(adviseCall(request, null)));
        }

        @Override
        public String getName() {
            return "known answers";
        }

        @Override
        public int getOrder() {
            return 5;
        }
    }

    /** Fails. */
    private record Broken(IllegalStateException error) implements CallAdvisor {
        @Override
        public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
            throw error;
        }

        @Override
        public String getName() {
            return "broken";
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }
}
