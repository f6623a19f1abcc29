package com.example.boot;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** For Spring WebFlux: no thread waits, but where it is sent away to. */
@RestController
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class ReactiveController {
    private final Agent agent;

    public ReactiveController(Agent agent) {
        this.agent = agent;
    }

    @GetMapping("/chat/{id}")
    public Mono<String> chat(@PathVariable("id") String id) {
        return Mono.fromCallable(() -> agent.answer(id)).subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/broken/{id}")
    public Mono<String> broken(@PathVariable("id") String id) {
        return agent.stream(id).then(Mono.error(new IllegalStateException("on purpose")));
    }

    @GetMapping("/plain/{id}")
    public Mono<String> plain(@PathVariable("id") String id) {
        return Mono.just(id);
    }
}
