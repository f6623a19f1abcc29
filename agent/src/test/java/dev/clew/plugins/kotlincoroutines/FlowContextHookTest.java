package dev.clew.plugins.kotlincoroutines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.plugins.async.coroutines.CoroutineWork;
import kotlin.Unit;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.CoroutineName;
import kotlinx.coroutines.flow.FlowCollector;
import kotlinx.coroutines.flow.internal.SafeCollector;
import org.junit.jupiter.api.Test;

class FlowContextHookTest {
    private static final CoroutineContext PLAIN = new CoroutineName("plain");

    private static CoroutineContext carrying(Object work) {
        return CoroutineWork.replaceIn(PLAIN, work);
    }

    private static SafeCollector<Object> collector(CoroutineContext context) {
        FlowCollector<Object> nowhere = (value, next) -> Unit.INSTANCE;
        return new SafeCollector<>(nowhere, context);
    }

    @Test
    void workThatTheCollectorDoesNotKnowIsLeftOutOfTheComparison() {
        CoroutineContext compared = FlowContextHook.compare(collector(PLAIN), carrying("work"));
        assertThat(compared).isEqualTo(PLAIN);
    }

    @Test
    void otherWorkThanTheCollectorsIsComparedAsTheCollectors() {
        CoroutineContext collecting = carrying("one");
        CoroutineContext compared = FlowContextHook.compare(collector(collecting), carrying("another"));
        assertThat(compared.get(CoroutineWork.KEY)).isSameAs(collecting.get(CoroutineWork.KEY));
        assertThat(FlowContextHook.compare(collector(collecting), PLAIN).get(CoroutineWork.KEY))
                .isSameAs(collecting.get(CoroutineWork.KEY));
    }

    @Test
    void theSameWorkChangesNothing() {
        CoroutineContext context = carrying("work");
        assertThat(FlowContextHook.compare(collector(context), context)).isNull();
        assertThat(FlowContextHook.compare(collector(PLAIN), PLAIN)).isNull();
    }
}
