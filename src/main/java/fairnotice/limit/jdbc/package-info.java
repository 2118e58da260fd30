/** The table of limits. */
package fairnotice.limit.jdbc;
