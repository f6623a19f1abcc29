/** Apache's HTTP client 5, as it blocks. Only requests that look like model calls are touched; see RATIONALE.md. */
@Library(
        name = "apache-httpclient5",
        kind = Kind.HTTP_CLIENT,
        coordinates = "org.apache.httpcomponents.client5:httpclient5",
        versions = {"${httpclient5.version}", "${httpclient5-2.version}", "${httpclient5.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Apache HttpClient 5, as it blocks: built and minimal.",
        missing = "The reactive client on top of it is not tested.")
package dev.clew.plugins.apachehttp5;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
