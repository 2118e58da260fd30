/** Objections: filed, heard, settled or lapsed, each with its thread. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "attachment",
            "limit",
            "calendar",
            "ledger",
            "access",
            "publisher",
            "register",
            "customer",
            "mail",
            "subscription",
            "change",
            "notice"
        })
package fairnotice.objection;

import org.springframework.modulith.ApplicationModule;
