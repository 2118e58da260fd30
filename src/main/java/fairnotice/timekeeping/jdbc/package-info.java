/** Asks PostgreSQL for the time. */
package fairnotice.timekeeping.jdbc;
