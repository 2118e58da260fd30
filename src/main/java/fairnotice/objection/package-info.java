/** Objections: filed, heard, settled or lapsed, each with its thread. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "limit",
            "calendar",
            "ledger",
            "access",
            "register",
            "customer",
            "mail",
            "subscription",
            "change",
            "notice"
        })
package fairnotice.objection;

import org.springframework.modulith.ApplicationModule;
