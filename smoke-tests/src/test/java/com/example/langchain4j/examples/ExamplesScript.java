package com.example.langchain4j.examples;

import com.example.provider.Answer;
import com.example.provider.Answer.Call;
import com.example.provider.ChatRequest;
import com.example.provider.Script;

/** What the model says in the examples; runs where the provider is. */
public final class ExamplesScript implements Script {
    @Override
    public Answer answer(ChatRequest request) {
        String piece = request.model();
        if (piece.equals("support")) {
            return support(request);
        }
        if (request.says("Create a short summary")) {
            return Answer.text("{\"summary\": \"Ada was reviewed.\"}");
        }
        if (request.says("You are a planner expert")) {
            return plan(request);
        }
        String last = request.lastText();
        if (request.says("Organize an interview")) {
            return organize(request);
        }
        if (request.says("for what is missing")) {
            return request.lastToolResult() == null
                    ? Answer.calls("I write to them.", new Call("mail", "{\"to\":\"ada@example.com\",\"text\":\"A permit?\"}"))
                    : Answer.text("Asked for a permit.");
        }
        return Answer.text(text(last));
    }

    private static String text(String last) {
        if (last.startsWith("Write a CV")) {
            return "Ada: wrote the first program.";
        }
        if (last.startsWith("Tailor")) {
            return "Ada: programs.";
        }
        if (last.startsWith("Improve")) {
            return "Ada, programmer, who wrote the first one (improved).";
        }
        if (last.startsWith("Review this CV")) {
            return last.contains("improved") ? review(0.9, "convincing") : review(0.6, "say more");
        }
        if (last.startsWith("Personnel")) {
            return review(0.9, "in time");
        }
        if (last.startsWith("Boss")) {
            return review(0.8, "good");
        }
        if (last.startsWith("Mate")) {
            return review(0.85, "friendly");
        }
        if (last.startsWith("What do we do")) {
            return "Invite her.";
        }
        if (last.startsWith("The candidate said")) {
            return last.contains("Monday is bad") ? "How about Tuesday?" : "How about Monday?";
        }
        if (last.startsWith("Proposed")) {
            return String.valueOf(last.contains("Fine."));
        }
        if (last.startsWith("Based on the user query")) {
            return "2";
        }
        if (last.startsWith("Is this about")) {
            return "no";
        }
        if (last.startsWith("Read and understand")) {
            return "Where was John Doe born?";
        }
        return "I was told: " + last.lines().findFirst().orElse("");
    }

    private static String review(double score, String feedback) {
        return "{\"score\": " + score + ", \"feedback\": \"" + feedback + "\"}";
    }

    private static Answer organize(ChatRequest request) {
        String result = request.lastToolResult();
        if (result == null) {
            return Answer.calls("First, who must be there.", new Call("employees", "{\"job\":\"programmer\"}"));
        }
        return result.contains("ann@example.com")
                ? Answer.calls(
                        "Now I invite them.",
                        new Call("calendar", "{\"who\":[\"ann@example.com\",\"bob@example.com\"],\"when\":\"2030-05-01 09:00\"}"),
                        new Call("mail", "{\"to\":\"ada@example.com\",\"text\":\"Congratulations\"}"))
                : Answer.text("Everyone is invited.");
    }

    /** Personnel, then the boss, then the one who organizes. */
    private static Answer plan(ChatRequest request) {
        String last = request.lastText();
        String next;
        if (last.contains("in time")) {
            next = invoke("boss", "\"cv\":\"Ada, programmer\"");
        } else if (last.contains("good")) {
            next = invoke("organize", "\"contact\":\"ada@example.com\"");
        } else if (last.contains("Everyone is invited")) {
            next = invoke("done", "\"response\":\"Ada was reviewed twice and is invited.\"");
        } else {
            next = invoke("personnel", "\"cv\":\"Ada, programmer\",\"notes\":\"pleasant\"");
        }
        return Answer.text(next);
    }

    private static String invoke(String agent, String arguments) {
        return "{\"agentName\": \"" + agent + "\", \"arguments\": {" + arguments + "}}";
    }

    private static Answer support(ChatRequest request) {
        String last = request.lastText();
        if (request.lastToolResult() != null) {
            return Answer.text(
                    last.contains("no booking") ? "I find no such booking." : last.contains("MS-777")
                            ? "Your booking is from 1 to 9 May. Shall I cancel it?"
                            : "We hope to welcome you back again soon.");
        }
        if (last.startsWith("My number is")) {
            return Answer.calls(null, new Call("details", "{\"number\":\"MS-776\",\"name\":\"John Doe\"}"));
        }
        if (last.startsWith("Sorry")) {
            return Answer.calls("I look again.", new Call("details", "{\"number\":\"MS-777\",\"name\":\"John Doe\"}"));
        }
        if (last.startsWith("Yes")) {
            return Answer.calls("It is cancelled now.", new Call("cancel", "{\"number\":\"MS-777\",\"name\":\"John Doe\"}"));
        }
        return Answer.text("Up to seven days before it begins. What is its number?");
    }
}
