/** The APIs that DashScope made. */
package dev.clew.wire.dashscope;
