/**
 * What several plugins need for coroutines: what a coroutine works for, and suspend functions that are traced work. Other plugins
 * may use this package; it hooks nothing. Only for libraries that stand on kotlinx.coroutines, whose types it names.
 */
package dev.clew.plugins.async.coroutines;
