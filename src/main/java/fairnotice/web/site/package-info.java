/** The public face: the list, its changes and versions, subscribing. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "limit",
            "wakeup",
            "worker",
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
            "inbox",
            "web"
        })
package fairnotice.web.site;

import org.springframework.modulith.ApplicationModule;
