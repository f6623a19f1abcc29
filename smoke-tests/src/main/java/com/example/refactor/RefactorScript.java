package com.example.refactor;

import com.example.provider.Answer;
import com.example.provider.Answer.Call;
import com.example.provider.ChatRequest;
import com.example.provider.Script;

/** What the model says to each of the three agents. */
public final class RefactorScript implements Script {

    @Override
    public Answer answer(ChatRequest request) {
        String result = request.lastToolResult();
        if (request.systemSays("You read diffs")) {
            return Answer.text("Money.cents takes a Rounding instead of a boolean, so that a call says which way"
                    + " it rounds; callers pass UP for true and DOWN for false.");
        }
        if (request.systemSays("You rewrite call sites")) {
            return result == null
                    ? rewrite()
                    : Answer.text("All three callers of Money.cents now pass a Rounding: Cart and Invoice UP, Refund DOWN.");
        }
        if (request.systemSays("You run test suites")) {
            return result == null
                    ? Answer.calls("The rewrite touched three classes; the suite covers each of them.", new Call("runTests", "{}"))
                    : report(result);
        }
        return Answer.text("pong");
    }

    private static Answer rewrite() {
        return Answer.calls(
                "Three independent call sites, so they can be rewritten at once.",
                call("Cart.java", "Money.cents(price, true)", "Money.cents(price, Money.Rounding.UP)"),
                call("Invoice.java", "Money.cents(net * 0.19, true)", "Money.cents(net * 0.19, Money.Rounding.UP)"),
                call("Refund.java", "Money.cents(paid * 0.9, false)", "Money.cents(paid * 0.9, Money.Rounding.DOWN)"));
    }

    private static Call call(String file, String from, String to) {
        return new Call(
                "rewriteCallSite", "{\"file\":\"" + file + "\",\"from\":\"" + from + "\",\"to\":\"" + to + "\"}");
    }

    private static Answer report(String result) {
        return Answer.text(result.contains(" 0 failed") ? "Green: " + result + "." : "Red: " + result);
    }
}
