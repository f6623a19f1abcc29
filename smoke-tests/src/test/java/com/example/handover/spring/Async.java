package com.example.handover.spring;

import com.example.handover.Probe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;

/** {@code @Async} methods. */
final class Async {
    private Async() {}

    /** Called through a proxy. */
    public interface Service {
        CompletableFuture<String> answer(Probe p, String id);
    }

    /** What the proxy calls on another thread. */
    public static class Answers implements Service {
        @Override
        @org.springframework.scheduling.annotation.Async
        public CompletableFuture<String> answer(Probe p, String id) {
            p.mark(id);
            if (id.endsWith("failing")) {
                throw new IllegalStateException("no answer");
            }
            return CompletableFuture.completedFuture("answer");
        }
    }

    /** No executor of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    public static class Plain {
        @Bean
        public Service service() {
            return new Answers();
        }
    }

    /** With a pool. */
    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    public static class Pooled extends Plain {
        @Bean
        public ThreadPoolTaskExecutor taskExecutor() {
            ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
            executor.setCorePoolSize(1);
            return executor;
        }
    }

    static void withoutPool(Probe p) throws Exception {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Plain.class)) {
            use(p, context.getBean(Service.class));
        }
    }

    static void onAPool(Probe p) throws Exception {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Pooled.class);
        p.pool("pool", context.getBean(ThreadPoolTaskExecutor.class).getThreadPoolExecutor(), 1);
        use(p, context.getBean(Service.class));
    }

    private static void use(Probe p, Service service) throws Exception {
        p.parent("a", () -> {
            p.note("answer", service.answer(p, "a/async").get());
            try {
                service.answer(p, "a/failing").get();
            } catch (ExecutionException e) {
                p.note("thrown", e.getCause());
            }
        });
        p.note("alone", service.answer(p, "alone").get());
    }
}
