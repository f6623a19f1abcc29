package dev.clew.wire;

import dev.clew.trace.LlmCall;
import dev.clew.wire.format.WireFormat;
import java.net.URI;
import java.util.Locale;

/**
 * A request that looks like a model call from outside: the API it speaks and the provider it goes to. Immutable; any
 * thread.
 */
public final class Wire {
    final Api api;
    final String provider;
    /** As it was sent, without a query. */
    final String path;
    /** The model or deployment that the address names: what the model was called where the body does not say. */
    final String model;

    private Wire(Api api, String provider, String path, String model) {
        this.api = api;
        this.provider = provider;
        this.path = path;
        this.model = model;
    }

    WireFormat format() {
        return api.format();
    }

    /**
     * Whether a request may be a model call, told from its address alone: cheap, allocates nothing, and false for nearly all.
     *
     * @param uri may be null
     */
    public static boolean mayBe(String method, URI uri) {
        return uri != null && mayBe(method, uri.getRawPath());
    }

    /**
     * As {@link #mayBe(String, URI)}, for clients that have no {@link URI} at hand. False too where a client further up owns the
     * exchange; see {@link Exchange#inside}.
     *
     * @param target a path, with or without a query behind it, or a whole address; may be null
     */
    public static boolean mayBe(String method, String target) {
        return target != null && "POST".equals(method) && Api.of(target) != null && !Exchange.isInside();
    }

    /**
     * What a request is.
     *
     * @param contentType of the request, may be null
     * @return null where it is nothing we know
     */
    public static Wire recognise(String method, URI uri, String contentType) {
        if (!mayBe(method, uri)) {
            return null;
        }
        String path = uri.getRawPath();
        Api api = Api.of(path);
        // Ollama asks for no type, and some of its clients say none
        if (contentType == null ? !"ollama".equals(api.provider) : !isJson(contentType)) {
            return null;
        }
        String host = uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
        String provider = Hosts.provider(host, path);
        return new Wire(api, provider != null ? provider : api.provider, path, api.model(path));
    }

    /**
     * What a request will be, for layers above HTTP that know neither host nor body yet: the exchanges below them will.
     *
     * @param path as {@link URI#getRawPath} has it
     * @return null where it is nothing we know
     */
    public static Wire recognise(String method, String path) {
        if (!mayBe(method, path)) {
            return null;
        }
        Api api = Api.of(path);
        return new Wire(api, api.provider, path, null);
    }

    /**
     * Begins the call that such a request is for, where a layer above HTTP may try it more than once: it owns the span, each
     * {@link Exchange} that begins while it is current is an attempt of it. To be {@linkplain LlmCall#leave left} on this thread
     * and {@linkplain LlmCall#settle settled} or ended on any. It is forgotten if no request's body says that it is a model call.
     *
     * @return null where an open call owns what happens here already
     */
    public LlmCall own() {
        if (LlmCall.owner() != null) {
            return null;
        }
        LlmCall call = LlmCall.start(null, api.operation, provider, null);
        call.mustProve();
        return call;
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
}
