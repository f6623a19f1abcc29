package com.example.boot;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A web application around one agent, on Spring Boot 3 or 4, with Spring MVC or WebFlux: as the class path has it. */
@SpringBootApplication
public class ChatApplication {
    /** Runs until its input ends. */
    public static void main(String[] args) throws Exception {
        ConfigurableApplicationContext context = start(args);
        System.out.println("ready on port " + port(context) + '.');
        while (System.in.read() >= 0) {
            // not yet
        }
        System.exit(SpringApplication.exit(context));
    }

    static ConfigurableApplicationContext start(String[] args) {
        SpringApplication application = new SpringApplication(ChatApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "logging.level.root", "off",
                "spring.ai.openai.api-key", "sk-scripted",
                // by version of Spring AI
                "spring.ai.openai.chat.options.model", "gpt-4o-mini",
                "spring.ai.openai.chat.model", "gpt-4o-mini"));
        return application.run(args);
    }

    static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
