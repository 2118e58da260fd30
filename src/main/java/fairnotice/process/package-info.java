/** The only package that imports the engine: delegates, port implementations, ids. */
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "limit",
            "timekeeping",
            "wakeup",
            "worker",
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
            "termination",
            "inbox"
        })
package fairnotice.process;

import org.springframework.modulith.ApplicationModule;
