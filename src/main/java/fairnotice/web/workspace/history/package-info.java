/** What happened, in words: the history of a case or a customer, and the ledger itself. */
package fairnotice.web.workspace.history;
