package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo without any agent: the yardstick for all that follows. */
class DemoAloneTest {

    static Stream<Arguments> everyWay() {
        return Jdk.all().stream().flatMap(jdk -> Stream.of(Demo.values()).map(demo -> Arguments.of(jdk, demo)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyWay")
    void landsTheRefactorAndSaysTheSameEachTime(Jdk jdk, Demo demo) throws Exception {
        Result result = demo.in(ChildJvm.on(jdk)).run();

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.stdout()).isEqualTo(Demo.golden("refactor-demo.stdout.txt"));
        assertThat(result.stderr()).isEmpty();
    }
}
