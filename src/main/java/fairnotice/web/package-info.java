/** What all faces share: security, layout, errors. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "attachment",
            "limit",
            "worker",
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
            "inbox"
        })
package fairnotice.web;

import org.springframework.modulith.ApplicationModule;
