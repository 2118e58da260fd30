/** The face of the staff: inbox, changes, registers, customers, mailings. */
@ApplicationModule(
        allowedDependencies = {
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
            "objection",
            "termination",
            "clearance",
            "inbox",
            "web"
        })
package fairnotice.web.workspace;

import org.springframework.modulith.ApplicationModule;
