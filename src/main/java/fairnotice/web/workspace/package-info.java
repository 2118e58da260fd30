/** The face of the staff: inbox, changes, registers, customers, mailings. The root holds what its rooms share, and pages of a single class. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "attachment",
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
            "termination",
            "clearance",
            "inbox",
            "web"
        })
package fairnotice.web.workspace;

import org.springframework.modulith.ApplicationModule;
