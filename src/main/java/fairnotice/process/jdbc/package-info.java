/** Reads of the engine's tables. */
package fairnotice.process.jdbc;
