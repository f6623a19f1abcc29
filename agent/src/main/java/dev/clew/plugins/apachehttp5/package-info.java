/** Apache's HTTP client 5, as it blocks. Only requests that look like model calls are touched; see RATIONALE.md. */
@Library(name = "apache-httpclient5", coordinates = "org.apache.httpcomponents.client5:httpclient5", versions = "[5.0,5.6.5]")
package dev.clew.plugins.apachehttp5;

import dev.clew.hook.Library;
