/** What is set for the whole installation. */
package fairnotice.web.workspace.settings;
