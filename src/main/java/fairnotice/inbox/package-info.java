/** The staff's tasks: what is mine, what is due, what is stuck. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "worker",
            "timekeeping",
            "calendar",
            "ledger",
            "access",
            "publisher",
            "register",
            "customer",
            "mailserver",
            "mail",
            "subscription",
            "change",
            "notice",
            "objection",
            "termination"
        })
package fairnotice.inbox;

import org.springframework.modulith.ApplicationModule;
