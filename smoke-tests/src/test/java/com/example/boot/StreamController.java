package com.example.boot;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Server-sent events, for Spring MVC and for WebFlux. */
@RestController
public class StreamController {
    private final Agent agent;

    public StreamController(Agent agent) {
        this.agent = agent;
    }

    @GetMapping(path = "/stream/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public Flux<String> stream(@PathVariable("id") String id) {
        return agent.stream(id).doFinally(signal -> {
            if (id.contains("endless")) {
                System.out.println(id + ' ' + signal + '.');
            }
        });
    }
}
