/** The face a customer sees behind a signed link. */
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
package fairnotice.web.portal;

import org.springframework.modulith.ApplicationModule;
