/** Mailings, batches and messages, handed to a relay one recipient at a time; knows nothing of changes. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "timekeeping",
            "wakeup",
            "worker",
            "calendar",
            "ledger",
            "access",
            "publisher",
            "mailserver"
        })
package fairnotice.mail;

import org.springframework.modulith.ApplicationModule;
