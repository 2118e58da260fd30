/** Asks PostgreSQL. */
package fairnotice.readiness.jdbc;
