package fairnotice.demo;

import fairnotice.customer.ImportingCustomers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Customers and subscribers of a demonstration, who come in by the doors that real ones use. */
@InDemo
@Component
class DemoAudience {

    private final ImportingCustomers importing;
    private final DemoSettings settings;
    private final Clock clock;

    DemoAudience(ImportingCustomers importing, DemoSettings settings, Clock clock) {
        this.importing = importing;
        this.settings = settings;
        this.clock = clock;
    }

    /** Their orders are dated from the visitor's day. */
    void importCustomers() {
        LocalDate today =
                clock.instant().plus(settings.past()).atZone(ZoneOffset.UTC).toLocalDate();
        DemoFiles.customers(today)
                .forEach((register, customers) -> importing.importInto(register, customers, DemoStaff.actor("admin")));
    }
}
