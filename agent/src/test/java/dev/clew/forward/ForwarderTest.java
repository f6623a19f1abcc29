package dev.clew.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwarderTest {
    public interface Handler {
        void onText(String text);

        default long onMany(int a, long b, double c, boolean d, byte[] e) {
            return -1;
        }

        default String onLater() {
            return "default";
        }

        static String unrelated() {
            return "static";
        }
    }

    private static final Forwarder<Handler> FORWARDER = Forwarder.of(MethodHandles.lookup(), Handler.class);

    private final List<String> seen = new ArrayList<>();
    private final Watch watch = new Watch() {
        @Override
        public Object before(String method, Object[] arguments) {
            seen.add("before " + method + Arrays.deepToString(arguments));
            return method;
        }

        @Override
        public void after(Object before) {
            seen.add("after " + before);
        }
    };

    private final class Real implements Handler {
        @Override
        public void onText(String text) {
            seen.add(text);
        }

        @Override
        public long onMany(int a, long b, double c, boolean d, byte[] e) {
            return a + b + (long) c + (d ? 1 : 0) + e[0];
        }

        @Override
        public String onLater() {
            return "own";
        }

        @Override
        public String toString() {
            return "real";
        }
    }

    @Test
    void everyCallIsPassedOnBetweenBeforeAndAfter() {
        Handler handler = FORWARDER.before(new Real(), watch);
        handler.onText("hello");
        assertThat(handler.onMany(1, 1L << 40, 3.0, true, new byte[] {5})).isEqualTo((1L << 40) + 10);
        assertThat(seen)
                .containsExactly(
                        "before onText[hello]", "hello", "after onText",
                        "before onMany[1, 1099511627776, 3.0, true, [5]]", "after onMany");
    }

    @Test
    void aDefaultMethodReachesTheOverrideAndTheDefaultAlike() {
        assertThat(FORWARDER.before(new Real(), watch).onLater()).isEqualTo("own");
        assertThat(FORWARDER.before(text -> {}, watch).onLater()).isEqualTo("default");
        assertThat(FORWARDER.before(new Real(), watch)).hasToString("real");
    }

    @Test
    void anUndeclaredCheckedExceptionPassesAsItself() {
        Handler throwing = FORWARDER.before(text -> sneak(new IOException(text)), watch);
        assertThatThrownBy(() -> throwing.onText("disk")).isExactlyInstanceOf(IOException.class).hasMessage("disk");
        assertThat(seen).containsExactly("before onText[disk]", "after onText");
    }

    @Test
    void whatTheWatchThrowsIsNotTheApplicationsBusiness() {
        Handler handler = FORWARDER.before(new Real(), new Watch() {
            @Override
            public Object before(String method, Object[] arguments) {
                throw new IllegalStateException("ours");
            }

            @Override
            public void after(Object before) {
                seen.add("after a before that failed");
            }
        });
        handler.onText("hello");
        assertThat(seen).containsExactly("hello");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
