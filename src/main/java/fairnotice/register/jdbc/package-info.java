/** Registers and their versions in PostgreSQL. */
package fairnotice.register.jdbc;
