/** The mail server that messages are handed to and the mailbox they come back to: who set them, and whether they were seen to work. */
@ApplicationModule(allowedDependencies = {"sql", "refusal", "calendar", "ledger", "access", "register"})
package fairnotice.mailserver;

import org.springframework.modulith.ApplicationModule;
