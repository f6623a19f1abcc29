package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request's headers say of the span it was sent for. */
class RemoteParentTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String VALID = "00-" + TRACE + '-' + SPAN + "-01";

    private static RemoteParent of(String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return RemoteParent.of(map::get);
    }

    @Test
    void aValidParentIsTakenAsItStands() {
        RemoteParent parent = of("traceparent", ' ' + VALID + ' ');
        assertThat(parent.span().getTraceId()).isEqualTo(TRACE);
        assertThat(parent.span().getSpanId()).isEqualTo(SPAN);
        assertThat(parent.span().isRemote()).isTrue();
        assertThat(parent.ours()).isFalse();
        assertThat(parent.others()).isNull();
        assertThat(parent.baggage()).isNull();
    }

    @Test
    void withoutAHeaderThereIsNone() {
        assertThat(of("tracestate", "clew=1")).isNull();
    }

    @Test
    void whatIsNotSampledThereIsKeptHere() {
        assertThat(of("traceparent", "00-" + TRACE + '-' + SPAN + "-00").span().isSampled()).isTrue();
    }

    @Test
    void aLaterVersionMayBeLonger() {
        assertThat(of("traceparent", "cc-" + TRACE + '-' + SPAN + "-01-more").span().getSpanId()).isEqualTo(SPAN);
        assertThat(of("traceparent", "cc-" + TRACE + '-' + SPAN + "-01")).isNotNull();
        assertThat(of("traceparent", "cc-" + TRACE + '-' + SPAN + "-01more")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "00",
        "ff-" + TRACE + '-' + SPAN + "-01",
        "00-" + TRACE + '-' + SPAN + "-01-more",
        "00-" + TRACE + '-' + SPAN + "-0",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
        "00-0af7651916cd43dd8448eb211c80319g-" + SPAN + "-01",
        "0x-" + TRACE + '-' + SPAN + "-01",
        "00-" + TRACE + '-' + SPAN + "-0x",
        "00_" + TRACE + '-' + SPAN + "-01",
        "00-" + TRACE + SPAN + "--01",
        VALID + "," + VALID
    })
    void whatIsNotValidIsNoParent(String header) {
        assertThat(of("traceparent", header, "tracestate", "clew=1")).isNull();
    }

    @Test
    void clewsOwnMemberSaysThatTheTraceIsOurs() {
        RemoteParent parent = of("traceparent", VALID, "tracestate", "a=1, clew=1 ,b=2");
        assertThat(parent.ours()).isTrue();
        assertThat(parent.others()).isEqualTo("a=1,b=2");
        assertThat(of("traceparent", VALID, "tracestate", "clew=1").others()).isNull();
    }

    @Test
    void anothersMembersAreNotOurs() {
        assertThat(of("traceparent", VALID, "tracestate", "declew=1,x=clew=1").ours()).isFalse();
        assertThat(of("traceparent", VALID, "tracestate", ",, ,").others()).isNull();
    }

    @Test
    void aStateThatIsTooLongIsCutBetweenMembers() {
        StringBuilder state = new StringBuilder("clew=1");
        for (int i = 0; i < 100; i++) {
            state.append(",member").append(i).append("=value").append(i);
        }
        RemoteParent parent = of("traceparent", VALID, "tracestate", state.toString());
        assertThat(parent.ours()).isTrue();
        assertThat(parent.others().length()).isLessThanOrEqualTo(512);
        assertThat(parent.others().split(",")).allMatch(member -> member.matches("member\\d+=value\\d+"));
    }

    @Test
    void baggageIsCarriedOnUnlessItIsEmptyOrHuge() {
        assertThat(of("traceparent", VALID, "baggage", "user=7;p=1,b=2").baggage()).isEqualTo("user=7;p=1,b=2");
        assertThat(of("traceparent", VALID, "baggage", " ").baggage()).isNull();
        assertThat(of("traceparent", VALID, "baggage", "x=" + "y".repeat(9000)).baggage()).isNull();
    }
}
