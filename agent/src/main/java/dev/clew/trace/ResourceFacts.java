package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the JVM says of itself; {@code OTEL_SERVICE_NAME} and {@code OTEL_RESOURCE_ATTRIBUTES} come first. */
final class ResourceFacts {
    private ResourceFacts() {}

    static Resource read() {
        AttributesBuilder facts = Attributes.builder();
        facts.put("telemetry.sdk.name", "opentelemetry");
        facts.put("telemetry.sdk.language", "java");
        facts.put("telemetry.distro.name", "clew");
        facts.put("telemetry.distro.version", version());
        facts.put("process.pid", ProcessHandle.current().pid());
        facts.put("process.runtime.name", System.getProperty("java.runtime.name", ""));
        facts.put("process.runtime.version", System.getProperty("java.runtime.version", ""));
        facts.put("service.name", serviceName(System.getProperty("sun.java.command")));
        Map<String, String> build = BuildFacts.read(System.getProperty("sun.java.command"), System.getProperty("java.class.path"));
        for (Map.Entry<String, String> fact : build.entrySet()) {
            facts.put(fact.getKey(), fact.getValue());
        }
        String given = System.getenv("OTEL_RESOURCE_ATTRIBUTES");
        if (given != null) {
            for (String pair : given.split(",")) {
                int eq = pair.indexOf('=');
                if (eq > 0) {
                    facts.put(pair.substring(0, eq).trim(), decode(pair.substring(eq + 1).trim()));
                }
            }
        }
        String service = System.getenv("OTEL_SERVICE_NAME");
        if (service != null && !service.isBlank()) {
            facts.put("service.name", service);
        }
        return Resource.create(facts.build());
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** The jar or the main class that was started; the conventions' word where the JVM does not say. */
    static String serviceName(String command) {
        if (command == null || command.isBlank()) {
            return "unknown_service:java";
        }
        String main = command.split(" ", 2)[0];
        if (main.endsWith(".jar")) {
            String file = new File(main).getName();
            return file.substring(0, file.length() - ".jar".length());
        }
        // a module is started as module/main.Class
        String type = main.substring(main.lastIndexOf('/') + 1);
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** As the build wrote it into the agent jar; {@code dev} where there is no such jar. */
    static String version() {
        try (InputStream in = ResourceFacts.class.getResourceAsStream("/clew.version")) {
            return in == null ? "dev" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "dev";
        }
    }
}
