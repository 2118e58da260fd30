/** Hears what the database's triggers say. */
package fairnotice.wakeup.jdbc;
