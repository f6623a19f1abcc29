/**
 * Requests that Undertow answers: handlers, and the servlets on top of them (WildFly, Spring Boot).
 */
@Library(name = "undertow", coordinates = "io.undertow:undertow-core", versions = "[2.2.0.Final,2.3.26.Final]")
package dev.clew.plugins.undertow;

import dev.clew.hook.Library;
