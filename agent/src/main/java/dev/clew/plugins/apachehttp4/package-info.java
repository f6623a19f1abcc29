/** Apache's HTTP client 4, as it blocks. Only requests that look like model calls are touched; see RATIONALE.md of client 5. */
@Library(
        name = "apache-httpclient4",
        kind = Kind.HTTP_CLIENT,
        coordinates = "org.apache.httpcomponents:httpclient",
        versions = {"${httpclient4.version}", "${httpclient4.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT},
        covers = "Apache HttpClient 4, as it blocks: built, minimal and DefaultHttpClient.",
        missing = "Apache HttpAsyncClient 4. Versions before 4.4, whose class files are too old to be woven.")
package dev.clew.plugins.apachehttp4;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
