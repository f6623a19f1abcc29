package com.example.alibaba;

import com.example.provider.Answer;
import com.example.provider.ChatRequest;

/** What the model says. */
final class Model {
    private Model() {}

    static Answer answer(ChatRequest request) {
        String all = request.body().path("messages").toString();
        int results = all.split("\"role\" ?: ?\"tool\"", -1).length - 1;
        if (request.systemSays("FINISH")) {
            return Answer.text(all.contains("a poem") ? "{\"agent\":\"FINISH\"}" : "{\"agent\":\"writer\"}");
        }
        if (request.systemSays("You lead")) {
            return Answer.text(all.contains("a poem") ? "[\"FINISH\"]" : "[\"writer\"]");
        }
        if (request.systemSays("task routing")) {
            return Answer.text(route(request));
        }
        if (request.systemSays("You write")) {
            return Answer.text("a poem");
        }
        if (request.systemSays("You review")) {
            return Answer.text("fine");
        }
        if (request.systemSays("You know all")) {
            return Answer.text("42");
        }
        if (results == 0 && all.contains("1 + 2")) {
            return Answer.calls("I need tools.", new Answer.Call("add", "{\"a\":1,\"b\":2}"));
        }
        if (results == 1 && all.contains("twice")) {
            return Answer.calls(null, new Answer.Call("add", "{\"a\":3,\"b\":0}"), new Answer.Call("add", "{\"a\":0,\"b\":3}"));
        }
        if (results == 0 && all.contains("Save it")) {
            return Answer.calls(null, new Answer.Call("save", "{\"name\":\"a.txt\"}"));
        }
        if (results == 0 && all.contains("Fly")) {
            return Answer.calls(null, new Answer.Call("fly", "{}"));
        }
        if (results == 0 && all.contains("Both meet")) {
            return Answer.calls(null, new Answer.Call("meet", "{}"), new Answer.Call("meet", "{}"));
        }
        if (results == 0 && all.contains("Meet")) {
            return Answer.calls(null, new Answer.Call("meet", "{}"));
        }
        if (results == 0 && all.contains("Ask the expert")) {
            return Answer.calls(null, new Answer.Call("expert", "{\"input\":\"why?\"}"));
        }
        return Answer.text(results > 0 ? "It is done." : "hello");
    }

    /** Each version wants another form. */
    private static String route(ChatRequest request) {
        boolean both = request.systemSays("to both");
        if (request.systemSays("\"query\"")) {
            String second = both ? ",{\"agent\":\"reviewer\",\"query\":\"Review.\"}" : "";
            return "{\"agents\":[{\"agent\":\"writer\",\"query\":\"Write.\"}" + second + "]}";
        }
        if (request.systemSays("\"agents\"")) {
            return both ? "{\"agents\":[\"writer\",\"reviewer\"]}" : "{\"agents\":[\"writer\"]}";
        }
        return "{\"agent\":\"writer\"}";
    }
}
