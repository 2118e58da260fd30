/** Announcements, their audience, and one notice with its own clock for every customer. */
@ApplicationModule(
        allowedDependencies = {
            "sql",
            "refusal",
            "limit",
            "calendar",
            "ledger",
            "access",
            "publisher",
            "register",
            "customer",
            "mailserver",
            "mail",
            "subscription",
            "change"
        })
package fairnotice.notice;

import org.springframework.modulith.ApplicationModule;
