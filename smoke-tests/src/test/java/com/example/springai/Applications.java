package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import org.springframework.ai.chat.model.ChatModel;

/** Whole agents: with advisors, structured answers, stores, tools of every kind, and in the structures of published examples. */
public final class Applications {
    private Applications() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        try (ScriptedProvider provider = ScriptedProvider.start(Clients::answer, Faults.NONE, 0)) {
            ChatModel openAi = OpenAi.model(provider);
            Advisors.main(marks, openAi);
            Converted.main(marks, openAi);
            Observed.main(marks, provider);
        }
        Stores.main(marks);
        Patterns.main(marks);
        MoreTools.main(marks);
        System.exit(0);
    }
}
