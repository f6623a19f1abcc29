/**
 * Spring AI's models.
 *
 * <p>Each round of a model is a call of its own. Up to 1.1 the model itself runs the tools and asks again, all in one method; from
 * 2.0 on an advisor does. Where such a model is used without a ChatClient, it is the agent. What it reports as used is the sum
 * over its rounds so far: the spans have the differences.
 */
@Library(name = "spring-ai", coordinates = "org.springframework.ai:spring-ai-model", versions = "[1.0.0,2.0.1]")
package dev.clew.plugins.springai;

import dev.clew.hook.Library;
