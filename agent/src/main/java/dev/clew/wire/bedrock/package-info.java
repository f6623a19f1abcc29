/** The APIs of Amazon Bedrock. */
package dev.clew.wire.bedrock;
