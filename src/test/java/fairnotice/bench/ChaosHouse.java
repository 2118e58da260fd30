package fairnotice.bench;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Staff;
import fairnotice.inbox.CompletingTask;
import fairnotice.inbox.Completion;
import fairnotice.inbox.ReadingInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A house that prepares what others work on: it sends nothing. */
public final class ChaosHouse implements AutoCloseable {

    private final House house;

    public ChaosHouse(int relay, List<String> settings) throws java.io.IOException {
        List<String> all = new ArrayList<>(settings);
        all.add("--fairnotice.mail.sending=false");
        house = new House(relay, all);
    }

    /** A change that this many customers are to be told of, approved a moment ago; and an administrator who can look. @return its reference */
    public String approved(int customers) {
        Staff operator = new Staff("operator", "Operator", "operator@example.com", Set.of(Role.ADMIN, Role.LEGAL));
        house.bean(CreatingStaffAccount.class)
                .hire(operator, house.bean(PasswordEncoder.class).encode("operating"), Actor.SYSTEM);
        house.customers(0, customers);
        String reference = house.proposed("Chaos vendor");
        String task = house.bean(ReadingInbox.class)
                .tasksAbout(reference, House.COUNSEL)
                .get(0)
                .id();
        house.bean(CompletingTask.class).complete(task, Completion.of("approve", "In order"), House.COUNSEL);
        return reference;
    }

    @Override
    public void close() {
        house.close();
    }
}
