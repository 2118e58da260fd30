/** The public address as it is set. */
package fairnotice.publisher.settings;
