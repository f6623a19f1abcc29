package com.example.refactor;

import com.example.provider.Faults;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import java.util.List;

/**
 * A refactor lands: one agent reads the diff, one rewrites the call sites, one runs the tests.
 *
 * <p>{@code --wait} waits for a line on stdin once everything is built; {@code --hang} never gets an answer to the third
 * model call.
 * Exit code 0 if the tests are green.
 */
public final class RefactorDemo {

    private RefactorDemo() {}

    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args);
        if (!land(options)) {
            System.exit(1);
        }
    }

    private static boolean land(List<String> options) throws Exception {
        Faults faults = options.contains("--hang") ? Faults.hangAt(3) : Faults.NONE;
        try (Provider provider = Provider.choose(faults);
                CodeBase code = CodeBase.checkOut()) {
            RefactorCrew crew = Crew.hire(provider.model(), code);
            if (options.contains("--wait")) {
                System.out.println("Ready: press Enter to start.");
                System.in.read();
            }
            System.out.println("A refactor lands.");
            ResultWithAgenticScope<String> landed = crew.land(code.diff(), code.callSites());
            tell(landed.agenticScope(), code);
            return code.green();
        }
    }

    private static void tell(AgenticScope scope, CodeBase code) throws Exception {
        say("Intent", scope.readState("intent", ""));
        say("Rewritten", scope.readState("rewritten", ""));
        say("Tests", scope.readState("report", ""));
        System.out.println();
        System.out.print(code.callSites());
    }

    private static void say(String title, String text) {
        System.out.println();
        System.out.println(title);
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.split("\\s+")) {
            if (line.length() + word.length() > 76) {
                System.out.println(line);
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        System.out.println(line);
    }
}
