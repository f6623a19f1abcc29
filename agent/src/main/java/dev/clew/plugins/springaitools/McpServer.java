package dev.clew.plugins.springaitools;

import java.lang.reflect.Field;

/** The server behind a tool of the Model Context Protocol, by its own name. All by reflection: few applications have the module. */
final class McpServer {
    private static final String CALLBACKS = "org.springframework.ai.mcp.";
    private static final String CLIENTS = "io.modelcontextprotocol.client.Mcp";

    /** Not the field itself: a class of the application's shall not hold one of ours, nor do so for nothing. */
    private static final ClassValue<String> FIELDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType().getName().startsWith(CLIENTS)) {
                    return field.getName();
                }
            }
            return "";
        }
    };

    private McpServer() {}

    /** Whether a server runs this tool. */
    static boolean runs(Object tool) {
        return owner(tool) != null;
    }

    private static Class<?> owner(Object tool) {
        for (Class<?> type = tool.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith(CALLBACKS)) {
                return FIELDS.get(type).isEmpty() ? null : type;
            }
        }
        return null;
    }

    /** Null where it has not said one yet. */
    static String name(Object tool) {
        try {
            Class<?> type = owner(tool);
            Field field = type.getDeclaredField(FIELDS.get(type));
            field.setAccessible(true);
            Object client = field.get(tool);
            Object server = client.getClass().getMethod("getServerInfo").invoke(client);
            return server == null ? null : (String) server.getClass().getMethod("name").invoke(server);
        } catch (ReflectiveOperationException | RuntimeException otherVersion) {
            return null;
        }
    }
}
