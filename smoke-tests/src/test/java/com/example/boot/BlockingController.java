package com.example.boot;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For Spring MVC: a thread a request. */
@RestController
@ConditionalOnWebApplication(type = Type.SERVLET)
public class BlockingController {
    private final Agent agent;

    public BlockingController(Agent agent) {
        this.agent = agent;
    }

    @GetMapping("/chat/{id}")
    public String chat(@PathVariable("id") String id) {
        return agent.answer(id);
    }

    @GetMapping("/broken/{id}")
    public String broken(@PathVariable("id") String id) {
        agent.answer(id);
        throw new IllegalStateException("on purpose");
    }

    @GetMapping("/plain/{id}")
    public String plain(@PathVariable("id") String id) {
        return id;
    }
}
