package dev.clew.plugins.springmvc;

import dev.clew.trace.Incoming;

/** Patterns of controllers, functions and resources, as the application wrote them. */
final class Routes {
    /** Where Spring MVC notes the one that a request took. */
    static final String ATTRIBUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private Routes() {}

    /** Null for none. */
    static void took(Object pattern) {
        Incoming incoming = pattern == null ? null : Incoming.current();
        if (incoming != null) {
            incoming.firstRoute(pattern.toString());
        }
    }
}
