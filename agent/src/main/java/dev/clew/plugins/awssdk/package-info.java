/**
 * Amazon Bedrock over the AWS SDK for Java 2, whichever HTTP client it uses: {@code Converse}, {@code InvokeModel} and their
 * streaming kin. The client's method owns the call, each transmission is an attempt below it; see RATIONALE.md.
 */
@Library(name = "AWS SDK for Java", coordinates = "software.amazon.awssdk:bedrockruntime", versions = "[2.21.1,2.54.14]")
package dev.clew.plugins.awssdk;

import dev.clew.hook.Library;
