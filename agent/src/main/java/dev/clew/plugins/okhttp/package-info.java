/** Hand-over of the context to asynchronous calls of OkHttp: interceptors and callbacks work for who enqueued the call. */
@Library(name = "okhttp", coordinates = "com.squareup.okhttp3:okhttp", versions = "[3.14.9,5.3.2]")
package dev.clew.plugins.okhttp;

import dev.clew.hook.Library;
