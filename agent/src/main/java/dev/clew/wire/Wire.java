package dev.clew.wire;

import java.net.URI;
import java.util.Locale;

/**
 * A request that looks like a model call from outside: the API it speaks and the provider it goes to. Immutable; any
 * thread.
 */
public final class Wire {
    private static final String DEPLOYMENTS = "/openai/deployments/";

    /** What a path ends in, and how what is sent there is written. Whatever stands before it is a gateway's business. */
    private static final Row[] ROWS = {new Row("/chat/completions", new OpenAiChat())};

    private static final class Row {
        final String suffix;
        final WireFormat format;

        Row(String suffix, WireFormat format) {
            this.suffix = suffix;
            this.format = format;
        }
    }

    final WireFormat format;
    final String provider;
    /** The deployment that the address names, as Azure has it: what the model was called where the body does not say. */
    final String deployment;

    private Wire(WireFormat format, String provider, String deployment) {
        this.format = format;
        this.provider = provider;
        this.deployment = deployment;
    }

    /**
     * Whether a request may be a model call, told from its address alone: cheap, and false for nearly all.
     *
     * @param uri may be null
     */
    public static boolean mayBe(String method, URI uri) {
        return "POST".equals(method) && uri != null && uri.getRawPath() != null && row(uri.getRawPath()) != null;
    }

    /**
     * What a request is.
     *
     * @param contentType of the request, may be null
     * @return null where it is nothing we know
     */
    public static Wire recognise(String method, URI uri, String contentType) {
        if (!mayBe(method, uri) || !isJson(contentType)) {
            return null;
        }
        String path = uri.getRawPath();
        String host = uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
        return new Wire(row(path).format, Hosts.provider(host, path), deployment(path));
    }

    private static Row row(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        for (int i = 0; i < ROWS.length; i++) {
            String suffix = ROWS[i].suffix;
            if (end >= suffix.length() && path.startsWith(suffix, end - suffix.length())) {
                return ROWS[i];
            }
        }
        return null;
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).trim();
        return type.equalsIgnoreCase("application/json")
                || type.length() > 5 && type.regionMatches(true, type.length() - 5, "+json", 0, 5);
    }

    private static String deployment(String path) {
        int at = path.indexOf(DEPLOYMENTS);
        if (at < 0) {
            return null;
        }
        int start = at + DEPLOYMENTS.length();
        int end = path.indexOf('/', start);
        return end <= start ? null : path.substring(start, end);
    }
}
