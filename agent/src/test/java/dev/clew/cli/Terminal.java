package dev.clew.cli;

import dev.clew.cli.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs a command on a folder, and keeps what it printed. */
final class Terminal {
    final Map<String, String> env = new HashMap<>();
    Charset charset = StandardCharsets.UTF_8;
    String out;
    String err;

    Terminal(Path folder) {
        env.put("CLEW_DIR", folder.toString());
    }

    int run(String... args) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int code = Cli.run(new Screen(outBytes, errBytes, charset, false, env, ZoneId.of("UTC")), args);
        out = outBytes.toString(charset);
        err = errBytes.toString(charset);
        return code;
    }
}
