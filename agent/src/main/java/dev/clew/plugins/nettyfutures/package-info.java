/** Hand-over of the context to the listeners of Netty's futures. See the event loops' RATIONALE.md for why so. */
@Library(name = "netty-futures", coordinates = "io.netty:netty-common", versions = "[4.1.60.Final,4.2.9.Final]")
package dev.clew.plugins.nettyfutures;

import dev.clew.hook.Library;
