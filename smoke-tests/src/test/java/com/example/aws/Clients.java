package com.example.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** The SDK's HTTP clients, as far as they are there, each with every operation that the SDK has. */
final class Clients {
    private static final String HTTP = "software.amazon.awssdk.http.";
    private static final StaticCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI"));

    private Clients() {}

    /**
     * @param http1 where HTTP/1.1 is spoken
     * @param http2 where HTTP/2 is spoken; null for nowhere
     * @param timeout after which a call is given up; null for never
     * @param only part of the names that are wanted
     */
    static List<Way> all(URI http1, URI http2, Duration timeout, String only) {
        List<Way> ways = new ArrayList<>();
        sync(ways, "apache", "apache.ApacheHttpClient", http1, timeout);
        sync(ways, "apache5", "apache5.Apache5HttpClient", http1, timeout);
        sync(ways, "url", "urlconnection.UrlConnectionHttpClient", http1, timeout);
        async(ways, "netty1", netty(Protocol.HTTP1_1), http1, timeout);
        if (http2 != null) {
            async(ways, "netty2", netty(Protocol.HTTP2), http2, timeout);
        }
        SdkAsyncHttpClient crt = made("crt.AwsCrtAsyncHttpClient", SdkAsyncHttpClient.class);
        if (crt != null) {
            async(ways, "crt", crt, http1, timeout);
        }
        ways.removeIf(way -> !way.name().contains(only));
        return ways;
    }

    private static SdkAsyncHttpClient netty(Protocol protocol) {
        return NettyNioAsyncHttpClient.builder()
                .protocol(protocol).connectionAcquisitionTimeout(Duration.ofSeconds(2)).connectionTimeout(Duration.ofSeconds(1))
                .build();
    }

    private static <T> T made(String type, Class<T> kind) {
        try {
            return kind.cast(Class.forName(HTTP + type).getMethod("create").invoke(null));
        } catch (ClassNotFoundException absent) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sync(List<Way> ways, String name, String type, URI endpoint, Duration timeout) {
        SdkHttpClient http = made(type, SdkHttpClient.class);
        if (http == null) {
            return;
        }
        BedrockRuntimeClient client = BedrockRuntimeClient.builder()
                .region(Region.US_EAST_1).credentialsProvider(KEYS).endpointOverride(endpoint).httpClient(http)
                .overrideConfiguration(configuration(timeout))
                .build();
        ways.addAll(InvokeWays.of(name, client));
        if (hasConverse()) {
            ways.addAll(ConverseWays.of(name, client));
        }
    }

    private static void async(List<Way> ways, String name, SdkAsyncHttpClient http, URI endpoint, Duration timeout) {
        BedrockRuntimeAsyncClient client = BedrockRuntimeAsyncClient.builder()
                .region(Region.US_EAST_1).credentialsProvider(KEYS).endpointOverride(endpoint).httpClient(http)
                .overrideConfiguration(configuration(timeout))
                .build();
        ways.addAll(InvokeWays.of(name, client));
        if (hasConverse()) {
            ways.addAll(ConverseWays.of(name, client));
        }
    }

    private static boolean hasConverse() {
        try {
            Class.forName("software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest");
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** One retry, at once. */
    @SuppressWarnings("deprecation") // what comes after it is not there in the oldest version
    private static ClientOverrideConfiguration configuration(Duration timeout) {
        RetryPolicy once = RetryPolicy.builder()
                .numRetries(1).backoffStrategy(BackoffStrategy.none()).throttlingBackoffStrategy(BackoffStrategy.none())
                .build();
        return ClientOverrideConfiguration.builder().retryPolicy(once).apiCallTimeout(timeout).build();
    }
}
