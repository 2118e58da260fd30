package fairnotice.access;

import fairnotice.ledger.Entry;
import fairnotice.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a member of staff, or changes one: name, address, roles with their registers, and password. */
@Service
public class CreatingStaffAccount {

    private final StaffDirectory directory;
    private final Ledger ledger;
    private final Clock clock;

    CreatingStaffAccount(StaffDirectory directory, Ledger ledger, Clock clock) {
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param passwordHash with its algorithm in front, as Spring's DelegatingPasswordEncoder writes it */
    @Transactional
    public void hire(Staff staff, String passwordHash, Actor by) {
        Optional<Staff> before = directory.findByUsername(staff.username());
        directory.put(Credential.of(staff, passwordHash));
        ledger.record(Entry.of("staff.hired", "STAFF-" + staff.username(), by.id(), clock.instant())
                .with("name", staff.name())
                .with("email", staff.email())
                .with("roles", staff.roles().stream().sorted().toList())
                .with("registers", registers(staff))
                .changed("name", before.map(Staff::name).orElse(null), staff.name())
                .changed("email", before.map(Staff::email).orElse(null), staff.email())
                .changed("roles", before.map(CreatingStaffAccount::roles).orElse(null), roles(staff)));
        SecurityEvent.done("account-changed")
                .fact("actor", by.id())
                .fact("account", staff.username())
                .fact("roles", roles(staff))
                .log();
    }

    /** {@code AUDITOR+LEGAL@opsticket/securicom} */
    private static String roles(Staff staff) {
        return staff.held().entrySet().stream()
                .map(role -> role.getKey()
                        + (role.getValue().all()
                                ? ""
                                : "@" + String.join("/", role.getValue().array())))
                .sorted()
                .collect(Collectors.joining("+"));
    }

    /** Of the roles that are held for some registers alone; null when there is none. */
    private static List<String> registers(Staff staff) {
        List<String> registers = staff.held().entrySet().stream()
                .filter(role -> !role.getValue().all())
                .map(role ->
                        role.getKey() + ": " + String.join(" ", role.getValue().array()))
                .sorted()
                .toList();
        return registers.isEmpty() ? null : registers;
    }
}
