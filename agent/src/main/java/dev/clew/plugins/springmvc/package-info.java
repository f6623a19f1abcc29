/**
 * Which route a request takes in Spring MVC, whatever server it came to. The server's own plugin has the request's span.
 */
@Library(name = "spring-webmvc", coordinates = "org.springframework:spring-webmvc", versions = "[5.3,7.0.9]")
package dev.clew.plugins.springmvc;

import dev.clew.hook.Library;
