/** Hand-over of the context to asynchronous calls of OkHttp: interceptors and callbacks work for who enqueued the call. */
@Library(
        name = "okhttp",
        kind = Kind.HTTP_CLIENT,
        coordinates = "com.squareup.okhttp3:okhttp",
        versions = {"${okhttp.oldest.version}", "${okhttp.version}", "${okhttp.newest.version}"},
        operations = {Operation.CLIENT, Operation.CHAT, Operation.TRIES, Operation.HAND_OVER},
        covers = "OkHttp, blocking, enqueued and SSE; interceptors and callbacks work for who made the call; where "
                + "interceptors may try again, a call with its attempts. With it the SDKs google-genai "
                + "(${google-genai.version}, ${google-genai.newest.version}), cohere-java "
                + "(${cohere-java.version}, ${cohere-java.newest.version}) and dashscope-sdk-java (${dashscope-sdk-java.version}, "
                + "${dashscope-sdk-java.newest.version}).",
        missing = "OkHttp before 3.14. Web sockets, hence OpenAI's and Gemini's live APIs.")
package dev.clew.plugins.okhttp;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
