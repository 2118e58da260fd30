/** The limits as they are set. */
package fairnotice.limit.settings;
