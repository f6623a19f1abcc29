/** Apache's HTTP client 4, as it blocks. Only requests that look like model calls are touched; see RATIONALE.md of client 5. */
@Library(name = "apache-httpclient4", coordinates = "org.apache.httpcomponents:httpclient", versions = "[4.4.1,4.5.14]")
package dev.clew.plugins.apachehttp4;

import dev.clew.hook.Library;
