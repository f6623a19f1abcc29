/** Apache's HTTP client 5, asynchronous, HTTP/1.1 and 2. Only requests that look like model calls are touched; see RATIONALE.md. */
@Library(
        name = "apache-httpclient5-async",
        coordinates = "org.apache.httpcomponents.client5:httpclient5",
        versions = "[5.2.3,5.6.5]")
package dev.clew.plugins.apachehttp5async;

import dev.clew.hook.Library;
