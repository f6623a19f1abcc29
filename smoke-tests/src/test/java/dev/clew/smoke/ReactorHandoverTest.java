package dev.clew.smoke;

import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("all")
class ReactorHandoverTest extends HandoverContract {

    ReactorHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() {
        return ReactiveHandover.cases("reactor", "reactor.ReactorConstructs");
    }
}
