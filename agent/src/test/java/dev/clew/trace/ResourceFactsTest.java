package dev.clew.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceFactsTest {
    @Test
    void theServiceIsNamedAfterWhatWasStarted() {
        assertThat(ResourceFacts.serviceName("com.example.shop.Main --port 80")).isEqualTo("Main");
        assertThat(ResourceFacts.serviceName("/opt/app/orders-1.2.jar x")).isEqualTo("orders-1.2");
        assertThat(ResourceFacts.serviceName("shop/com.example.Main")).isEqualTo("Main");
        assertThat(ResourceFacts.serviceName(null)).isEqualTo("unknown_service:java");
    }

    @Test
    void theJvmSaysWhoItIs() {
        assertThat(ResourceFacts.read().getAttributes().asMap().toString())
                .contains("process.pid", "process.runtime.version", "service.name");
    }
}
