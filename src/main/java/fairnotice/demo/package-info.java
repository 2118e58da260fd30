/** Demo data, demo staff and the demo clock; absent in production. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "limit",
            "timekeeping",
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
            "web",
            "process :: clock",
            "embedded"
        })
package fairnotice.demo;

import org.springframework.modulith.ApplicationModule;
