/**
 * The whole vocabulary of a hook.
 *
 * <pre>{@code
 * /** A model call. It owns the span; SDK and HTTP hooks underneath only add facts to it. *}{@code /
 * @Hook(type = "dev.langchain4j.model.chat.ChatModel", method = "chat", owns = Layer.MODEL)
 * final class ChatModelHook {
 *   @Enter static LlmCall enter(@This ChatModel model, @Arg(0) ChatRequest request) { ... }
 *   @Exit static void exit(@Entered LlmCall call, @Returned ChatResponse response, @Threw Throwable error) { ... }
 * }
 * }</pre>
 *
 * <p>The advice is plain static Java, package-private, typed against the library; a breakpoint in it works. At most one
 * {@link dev.clew.hook.Enter}, one {@link dev.clew.hook.Exit}, one {@link dev.clew.hook.ReplaceReturned} and one
 * {@link dev.clew.hook.Replace} an argument. What an advice method throws never reaches the application: the Weaver sees to
 * that, counts it, and switches a hook off that keeps throwing. While an advice runs, other hooks on its thread are quiet, so
 * calling into the library from advice records nothing.
 */
package dev.clew.hook;
