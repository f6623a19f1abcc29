package com.example.langchain4j.examples;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import java.util.List;

/** What an office can do. */
public final class Office {
    @Tool("who must be there")
    public List<String> employees(@P("job") String job) {
        return List.of("ann@example.com", "bob@example.com");
    }

    @Tool("enters it in a calendar")
    public void calendar(@P("who") List<String> who, @P("when") String when) {
        System.out.println("calendar " + who + " " + when);
    }

    @Tool("sends a mail; its number")
    public int mail(@P("to") String to, @P("text") String text) {
        System.out.println("mail to " + to);
        return 17;
    }
}
