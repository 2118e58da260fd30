/** Where it is kept who runs this installation. */
package fairnotice.publisher.jdbc;
