package com.example.measure;

import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;

/** A model that asks for the tool {@code time}, then says what it said. Prints its base URL; runs until stdin ends. */
public final class ClockProvider {
    private ClockProvider() {}

    public static Answer answer(ChatRequest request) {
        String time = request.lastToolResult();
        return time == null
                ? Answer.calls("I look.", new Answer.Call("time", "{}"))
                : Answer.text("It is " + time.replace("\"", "") + '.');
    }

    public static void main(String[] args) throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(ClockProvider::answer, Faults.NONE, 0)) {
            System.out.println(provider.baseUrl());
            while (System.in.read() >= 0) {
                // until whoever started it goes away
            }
        }
    }
}
