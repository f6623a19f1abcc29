package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import java.io.IOException;
import java.nio.file.Path;

class StampsTest {
    @TempDir Path temp;
    Terminal terminal;

    @BeforeEach
    void terminal() {
        terminal = new Terminal(temp);
    }

    @Test
    void ofTwoHundredRunsTheAgentTheChangeAndTheFirstFailingTraceAreNamed() throws IOException {
        TwoHundredRuns.write(temp);
        assertThat(terminal.run("stamps")).isZero();
        System.err.println(terminal.out);
        terminal.run("stamps", "Writer");
        terminal.run("stamps", "c0c0");
        System.err.println(terminal.out);
        terminal.run("diff", "0130", "0140");
        System.err.println(terminal.out);
        terminal.run("diff", "0130", "0140", "--full");
        System.err.println(terminal.out);
        terminal.run("diff", "--stamp", "a0", "b1b1");
        System.err.println(terminal.err);
        terminal.run("diff", "--stamp", "a0a0", "b1b1");
        System.err.println(terminal.out);
        terminal.run("diff", "0130", "0129");
        System.err.println(terminal.out);
        System.err.println(terminal.run("diff", "0130")+terminal.err);
    }
}
