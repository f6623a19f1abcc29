/** Apache's HTTP client 5, asynchronous, HTTP/1.1 and 2. Only requests that look like model calls are touched; see RATIONALE.md. */
@Library(
        name = "apache-httpclient5-async",
        kind = Kind.HTTP_CLIENT,
        coordinates = "org.apache.httpcomponents.client5:httpclient5",
        versions = {"${httpclient5-2.version}", "${httpclient5.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Apache HttpClient 5, asynchronous, HTTP/1.1 and 2.",
        missing = "Versions before 5.2, and the minimal clients.")
package dev.clew.plugins.apachehttp5async;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
