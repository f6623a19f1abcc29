/**
 * Amazon Bedrock over the AWS SDK for Java 2, whichever HTTP client it uses: {@code Converse}, {@code InvokeModel} and their
 * streaming kin. The client's method owns the call, each transmission is an attempt below it; see RATIONALE.md.
 */
@Library(
        name = "AWS SDK for Java",
        kind = Kind.SDK,
        coordinates = "software.amazon.awssdk:bedrockruntime",
        versions = {"${aws.version}", "${aws.converse.version}", "${aws.newest.version}"},
        operations = {Operation.CHAT, Operation.TRIES},
        covers = "Amazon Bedrock: converse, invoke and their streams, blocking and asynchronous, whichever HTTP "
                + "client sends them; each transmission is an attempt of the call.",
        missing = "The SDK 1, bidirectional streams, Bedrock's agents and knowledge bases.")
package dev.clew.plugins.awssdk;

import dev.clew.hook.Library;
import dev.clew.hook.Library.Kind;
import dev.clew.hook.Library.Operation;
