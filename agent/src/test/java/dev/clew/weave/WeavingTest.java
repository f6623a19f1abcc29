package dev.clew.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeavingTest {
    private Object target;

    @BeforeEach
    void weave() throws Exception {
        Seen.LINES.clear();
        Seen.toThrow = null;
        Seen.replaceWithWrongType = false;
        target = Woven.loader().target();
        Seen.LINES.clear();
    }

    private Object call(String name, Object... args) throws Throwable {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)) {
                try {
                    return method.invoke(target, args);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    @Test
    void enterAndExitSeeTheCallFromBothSides() throws Throwable {
        assertThat(call("greet", "you")).isEqualTo("hello you");
        assertThat(Seen.LINES).containsExactly("enter Target", "exit ticket hello you null");
    }

    @Test
    void primitiveResultsAreBoxedForExitAndReturnedAsTheyAre() throws Throwable {
        assertThat(call("wide", 40L, 2.0)).isEqualTo(42L);
        assertThat(Seen.LINES).containsExactly("enter Target", "exit ticket 42 null");
    }

    @Test
    void voidMethodsExitOnceWithoutResult() throws Throwable {
        call("none");
        call("empty");
        assertThat(Seen.LINES)
                .containsExactly("enter Target", "exit ticket null null", "enter static", "exit ticket null null");
    }

    @Test
    void theVeryExceptionReachesTheCaller() {
        RuntimeException mine = new RuntimeException("mine");
        assertThat(catchThrowable(() -> call("fails", mine))).isSameAs(mine);
        assertThat(Seen.LINES).containsExactly("enter Target", "exit ticket null java.lang.RuntimeException: mine");
    }

    @Test
    void everyReturnOfTheMethodExitsOnce() throws Throwable {
        assertThat(call("many", 0)).isEqualTo(10);
        assertThat(call("many", 1)).isEqualTo(20);
        assertThat(call("many", 345)).isEqualTo(45);
        assertThat(catchThrowable(() -> call("many", 7))).hasMessage("seven");
        assertThat(Seen.LINES).filteredOn(l -> l.startsWith("exit")).hasSize(4);
        assertThat(Seen.LINES).filteredOn(l -> l.startsWith("enter")).hasSize(4);
    }

    @Test
    void twoHooksOnOneMethodNest() throws Throwable {
        call("many", 1);
        assertThat(Seen.LINES).hasSize(4);
        boolean targetOutside = Seen.LINES.get(0).equals("enter Target");
        assertThat(Seen.LINES)
                .containsExactly(
                        targetOutside
                                ? new String[] {
                                    "enter Target", "second enter", "second exit second 20 null", "exit ticket 20 null"
                                }
                                : new String[] {
                                    "second enter", "enter Target", "exit ticket 20 null", "second exit second 20 null"
                                });
    }

    @Test
    void bodiesWithLoopsAndHandlersWorkAsBefore() throws Throwable {
        assertThat(call("loops", 5)).isEqualTo(new Target().loops(5));
        Supplier<String> failing = () -> {
            throw new IllegalStateException("x");
        };
        assertThat(call("guarded", failing)).isEqualTo("caught x finally");
        Supplier<String> fine = () -> "fine";
        assertThat(call("guarded", fine)).isEqualTo("fine");
        assertThat(call("fixed", "a")).isEqualTo("a-changed");
        assertThat(call("locked", 1)).isEqualTo(2);
    }

    @Test
    void argumentsAreSeenAsTheyCameAndReplacedForTheBody() throws Throwable {
        assertThat(call("args", 1, 2L, "s", 4.5, "o")).isEqualTo("<s!124.5o>");
        assertThat(Seen.LINES).containsExactly("enter 1 2 s 4.5 2", "exit s 4.5 s!124.5o");
    }

    @Test
    void nullFromReplaceKeepsWhatWasThere() throws Throwable {
        assertThat(call("args", 1, 2L, "keep", 4.5, "a long object indeed")).isEqualTo("keep124.5a long object indeed");
    }

    @Test
    void aReplacementOfTheWrongTypeIsNotTaken() throws Throwable {
        Seen.replaceWithWrongType = true;
        assertThat(call("args", 1, 2L, "s", 4.5, "o")).isEqualTo("<s124.5o>");
    }

    @Test
    void constructorsTakeReplacedArguments() throws Throwable {
        int[] ran = new int[1];
        target = target.getClass().getConstructor(long.class, Runnable.class).newInstance(9L, (Runnable) () -> ran[0]++);
        call("runTask");
        assertThat(ran[0]).isEqualTo(1);
        assertThat(Seen.LINES).containsExactly("wrapped 9");
    }

    @Test
    void aStandInIsCalledAndNobodyElseSeesIt() throws Throwable {
        Supplier<String> mine = supplier("mine");
        assertThat(call("calls", mine, false)).isEqualTo("instead of x");
        assertThat(call("calls", mine, true)).isEqualTo("instead of xinstead of xmine");
        assertThat(call("calls", supplier("keep"), true)).isEqualTo("xxkeep");
        assertThat(Seen.LINES).hasSize(5).containsOnly("called");
    }

    private static Supplier<String> supplier(String name) {
        return new Supplier<>() {
            @Override
            public String get() {
                return "x";
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    @Test
    void whatAdviceThrowsNeverReachesTheApplication() throws Throwable {
        Seen.toThrow = new IllegalStateException("ours");
        assertThat(call("greet", "you")).isEqualTo("hello you");
        RuntimeException mine = new RuntimeException("mine");
        assertThat(catchThrowable(() -> call("fails", mine))).isSameAs(mine);
        assertThat(mine.getSuppressed()).isEmpty();
    }

    @Test
    void aHookThatKeepsThrowingIsSwitchedOff() throws Throwable {
        Seen.toThrow = new IllegalStateException("ours");
        for (int i = 0; i < 20; i++) {
            call("greet", "you");
        }
        assertThat(Seen.LINES).hasSize(Breaker.LIMIT);
        Seen.toThrow = null;
        call("greet", "you");
        assertThat(Seen.LINES).hasSize(Breaker.LIMIT);
    }

    @Test
    void otherHooksAreQuietWhileAdviceRuns() throws Throwable {
        assertThat(call("recurse", 3)).isEqualTo(3);
        assertThat(Seen.LINES).hasSize(8);
    }

    @Test
    void stackOverflowOfTheApplicationStaysItsOwn() throws Exception {
        for (int i = 0; i < 30; i++) {
            // it ends somewhere else each time, now and then within our own call
            target = Woven.loader().target();
            assertThatThrownBy(() -> call("recurse", 1_000_000)).isInstanceOf(StackOverflowError.class);
        }
        target = Woven.loader().target();
        Seen.LINES.clear();
        assertThat(catchThrowable(() -> call("greet", "again"))).isNull();
        assertThat(Seen.LINES).as("the thread is not quiet for ever").hasSize(2);
    }

    @Test
    void aHookThatDoesNotFitLeavesTheMethodAlone() throws Throwable {
        assertThat(call("misfit", "x")).isEqualTo("x");
    }

    @Test
    void subtypesAreWoven() throws Throwable {
        Class<?> square = target.getClass().getClassLoader().loadClass(Target.class.getName() + "$Square");
        Object area = square.getMethod("area").invoke(square.getConstructor().newInstance());
        assertThat(area).isEqualTo(4.0);
        assertThat(Seen.LINES).containsExactly("Square 4.0");
    }

    @Test
    void callSitesThatCanNotBeLinkedDoNothing() throws Throwable {
        Woven.connect(Woven.failing());
        assertThat(call("greet", "you")).isEqualTo("hello you");
        assertThat(call("args", 1, 2L, "s", 4.5, "o")).isEqualTo("s124.5o");
        assertThat(Seen.LINES).isEmpty();
    }
}
