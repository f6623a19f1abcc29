/**
 * Which route a request takes in Spring MVC, whatever server it came to. The server's own plugin has the request's span.
 */
@Library(name = "spring-webmvc", coordinates = "org.springframework:spring-webmvc", versions = "[6.2.14,7.0.8]")
package dev.clew.plugins.springmvc;

import dev.clew.hook.Library;
