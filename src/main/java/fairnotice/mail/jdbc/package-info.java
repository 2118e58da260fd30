/** The mail tables. */
package fairnotice.mail.jdbc;
