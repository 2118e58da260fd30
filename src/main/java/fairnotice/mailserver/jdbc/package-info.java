/** The tables of mail servers and their tests. */
package fairnotice.mailserver.jdbc;
