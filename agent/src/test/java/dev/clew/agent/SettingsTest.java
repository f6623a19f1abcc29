package dev.clew.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @AfterEach
    void clear() {
        System.clearProperty("clew.content");
        System.clearProperty("clew.queue");
        System.clearProperty("clew.disable");
    }

    @Test
    void nothingSetMeansTheDefaultsAndNoProblem() {
        Settings settings = new Settings(null, "/a/clew-agent.jar");
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.content()).isTrue();
        assertThat(settings.queue()).isEqualTo(4096);
        assertThat(settings.dir()).isNull();
        assertThat(settings.showCommand("/x")).isEqualTo("java -jar /a/clew-agent.jar show");
    }

    @Test
    void optionsComeBeforeSystemProperties() {
        System.setProperty("clew.content", "local");
        Settings settings = new Settings("content=none,dir=/tmp/a b", "/a/clew-agent.jar");
        assertThat(settings.content()).isFalse();
        assertThat(settings.showCommand("/tmp/a b")).isEqualTo("java -jar /a/clew-agent.jar show --dir \"/tmp/a b\"");
    }

    @Test
    void aWrongValueIsNamedAndTheDefaultHolds() {
        System.setProperty("clew.content", "everything");
        System.setProperty("clew.queue", "many");
        Settings settings = new Settings("colour=red", "/a.jar");
        assertThat(settings.content()).isTrue();
        assertThat(settings.queue()).isEqualTo(4096);
        assertThat(settings.problems())
                .containsExactlyInAnyOrder(
                        "option 'colour=red' is not known and ignored; options look like dir=/tmp/traces",
                        "clew.content=everything is neither local nor none: local is used",
                        "clew.queue=many is not a number of spans from 16 to 1048576: 4096 is used");
    }

    @Test
    void librariesCanBeSwitchedOff() {
        System.setProperty("clew.disable", " jdk , langchain4j");
        assertThat(new Settings(null, "/a.jar").switchedOff()).contains("jdk", "langchain4j");
    }

    @Test
    void threadsCarryOnlyWhereTheUserAsks() {
        assertThat(new Settings(null, "/a.jar").switchedOff()).containsExactly("threads");
        assertThat(new Settings("threads=true", "/a.jar").switchedOff()).isEmpty();
        assertThat(new Settings("threads=yes", "/a.jar").problems())
                .containsExactly("clew.threads=yes is neither false nor true: false is used");
    }

    @Test
    void oneOptionIsCutOutOfMany() {
        assertThat(Agent.cut("dir=/x,answer=/tmp/y", "answer=")).isEqualTo("/tmp/y");
        assertThat(Agent.cut("myanswer=/x", "answer=")).isNull();
        assertThat(Agent.cut(null, "answer=")).isNull();
    }
}
