/** Registers: adding one, its list as it is typed, its settings and its promise, its file and its archive. */
package fairnotice.web.workspace.register;
