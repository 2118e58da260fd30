/** The signing key as it is set. */
package fairnotice.access.settings;
