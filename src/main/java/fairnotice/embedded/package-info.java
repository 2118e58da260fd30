/** The default when nothing else is configured: a real PostgreSQL and a real mail server in this process. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "calendar",
            "ledger",
            "access",
            "register",
            "customer",
            "mailserver",
            "mail",
            "subscription",
            "change",
            "notice",
            "objection",
            "inbox",
            "web"
        })
package fairnotice.embedded;

import org.springframework.modulith.ApplicationModule;
