/** The end of orders that a customer elected, and the pre-paid unused fee given back. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "attachment",
            "calendar",
            "ledger",
            "access",
            "register",
            "customer",
            "mail",
            "subscription",
            "change",
            "notice",
            "objection"
        })
package fairnotice.termination;

import org.springframework.modulith.ApplicationModule;
