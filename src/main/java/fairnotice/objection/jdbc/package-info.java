/** Objections in PostgreSQL. */
package fairnotice.objection.jdbc;
