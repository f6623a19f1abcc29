/**
 * Requests that Tomcat answers, filters, servlets and asynchronous ones included, whichever servlet API it is of. Spring MVC comes
 * with it. See RATIONALE.md.
 */
@Library(
        name = "tomcat",
        kind = Kind.SERVER,
        coordinates = "org.apache.tomcat.embed:tomcat-embed-core",
        versions = {"${tomcat.version}", "${tomcat-10.version}", "${tomcat.newest.version}"},
        operations = {Operation.SERVER},
        covers = "Filters, servlets, error pages, asynchronous requests, of both servlet APIs. Spring MVC comes "
                + "with it.",
        missing = "Web sockets.")
package dev.clew.plugins.tomcat;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
