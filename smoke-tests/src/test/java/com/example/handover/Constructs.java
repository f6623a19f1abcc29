package com.example.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs all constructs of a suite, one after the other, and says on stdout what the application saw of each: a JSON line a
 * construct, then {@code done}. Ends when stdin does, so that one can look at it before.
 *
 * <p>{@code <class of the suite, a Supplier of List<Construct>> [<name of a construct>...]}
 */
public final class Constructs {
    private Constructs() {}

    public static void main(String[] args) throws Exception {
        Supplier<?> suite = (Supplier<?>) Class.forName(args[0]).getConstructor().newInstance();
        List<String> only = List.of(args).subList(1, args.length);
        ObjectMapper json = new ObjectMapper();
        for (Object one : (List<?>) suite.get()) {
            Construct construct = (Construct) one;
            if (only.isEmpty() || only.contains(construct.name())) {
                System.out.println(json.writeValueAsString(run(construct)));
            }
        }
        System.out.println("done");
        awaitEndOfInput();
        System.exit(0);
    }

    private static Object run(Construct construct) throws Exception {
        Probe probe = new Probe(construct.name());
        try {
            construct.run(probe);
        } catch (Throwable t) {
            probe.threw(t);
        }
        probe.idle();
        return probe.said();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // whoever started this still looks at it
        }
    }
}
