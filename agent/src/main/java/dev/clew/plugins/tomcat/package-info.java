/**
 * Requests that Tomcat answers, filters, servlets and asynchronous ones included, whichever servlet API it is of. Spring MVC comes
 * with it. See RATIONALE.md.
 */
@Library(name = "tomcat", coordinates = "org.apache.tomcat.embed:tomcat-embed-core", versions = "[9.0.30,11.0.22]")
package dev.clew.plugins.tomcat;

import dev.clew.hook.Library;
