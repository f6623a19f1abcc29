package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of Spring AI's models, agents and tools, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiTest {
    private final String version;
    private final Pieces run;

    SpringAiTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("Clients", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void dump() {
        StringBuilder all = new StringBuilder(version).append('\n');
        run.pieces().forEach((name, trees) -> {
            all.append("== ").append(name).append('\n');
            trees.forEach(tree -> all.append(Pieces.shape(tree)).append("--\n"));
        });
        System.out.println(all);
        System.out.println(run.traced.told());
    }
}
