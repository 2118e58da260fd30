/** The face of machines: the JSON API. */
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
package fairnotice.web.api;

import org.springframework.modulith.ApplicationModule;
