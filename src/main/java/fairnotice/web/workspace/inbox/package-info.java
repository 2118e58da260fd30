/** What there is to do: tasks in lists, whose turn it is, what can be decided, and what failed. */
package fairnotice.web.workspace.inbox;
