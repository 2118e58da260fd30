package fairnotice.demo;

import fairnotice.access.Actor;
import fairnotice.access.CreatingStaffAccount;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Staff;
import fairnotice.access.StaffDirectory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The staff of a demonstration. Their password is public, which is why none of them may exist outside of one. */
@InDemo
@Component
class DemoStaff {

    static final String PASSWORD = "demo";

    static final List<Staff> ALL = List.of(
            member("legal", "Lena Hartmann", Role.LEGAL),
            member("counsel", "Marcus Oyelaran", Role.LEGAL),
            member("gc", "Ingrid Solheim", Role.LEGAL),
            member("finance", "Tomasz Wilk", Role.FINANCE),
            member("cfo", "Beatriz Amaral", Role.FINANCE),
            member("admin", "Noor van Dijk", Role.ADMIN),
            member("operations", "Amara Nwosu", Role.ADMIN), // who confirms what the other changed of customers
            member("auditor", "Henry Adeyemi", Role.AUDITOR),
            of("opsticket", "Petra Lindqvist"),
            of("securicom", "Samuel Okoro"));

    private final CreatingStaffAccount hiring;
    private final StaffDirectory directory;
    private final PasswordEncoder passwords;

    DemoStaff(CreatingStaffAccount hiring, StaffDirectory directory, PasswordEncoder passwords) {
        this.hiring = hiring;
        this.directory = directory;
        this.passwords = passwords;
    }

    private static Staff member(String username, String name, Role role) {
        return new Staff(username, name, username + "@staff.example.com", Set.of(role));
    }

    /** Of the legal group of that register alone. */
    private static Staff of(String register, String name) {
        return new Staff(register, name, register + "@staff.example.com", Map.of(Role.LEGAL, Scope.of(register)));
    }

    static Actor actor(String username) {
        return ALL.stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .orElseThrow()
                .actor();
    }

    /** Hires those that are not there yet; one hash serves all, since hashing is slow on purpose. */
    void hire() {
        String hash = passwords.encode(PASSWORD);
        ALL.stream()
                .filter(member -> directory.findByUsername(member.username()).isEmpty())
                .forEach(member -> hiring.hire(member, hash, Actor.SYSTEM));
    }
}
