package dev.clew.trace;

import java.util.Map;
import java.util.function.Supplier;

/** What an HTTP client's hook says of one exchange, whichever span it belongs to. Any thread. */
public interface HttpLeg {
    /** How many tries came before this one, where the client says so. */
    void resend(long count);

    void status(int code);

    /**
     * Response headers by lower-case name; only those on the allow-list are kept.
     *
     * @param response read on the recorder's thread
     */
    void headers(Supplier<Map<String, String>> response);
}
