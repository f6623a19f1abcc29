package dev.clew.smoke;

import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("all")
class Rxjava3HandoverTest extends HandoverContract {

    Rxjava3HandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() {
        return ReactiveHandover.cases("rxjava3", "rxjava3.Rxjava3Constructs");
    }
}
