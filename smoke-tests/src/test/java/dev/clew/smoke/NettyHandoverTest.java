package dev.clew.smoke;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Event loops and futures of Netty. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class NettyHandoverTest extends HandoverContract {

    NettyHandoverTest(Case one) {
        super(one);
    }

    static List<Case> all() throws IOException {
        return LibraryHandover.cases("netty", "netty.NettyConstructs");
    }
}
