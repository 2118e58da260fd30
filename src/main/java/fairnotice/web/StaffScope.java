package fairnotice.web;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Subjects;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * What there is for a member of staff: the registers they hold a role for and what belongs to them. Anything of another register is answered
 * as what does not exist at all, in the same words.
 */
@Component
public class StaffScope {

    private static final int LONGEST = 80;

    private final Registers registers;
    private final Subjects subjects;

    StaffScope(Registers registers, Subjects subjects) {
        this.registers = registers;
        this.subjects = subjects;
    }

    /** Whether whoever asks is signed in as staff and holds one of these roles for all registers. */
    public static boolean isForAll(HttpServletRequest request, Role... roles) {
        return request.getUserPrincipal() instanceof Authentication who
                && Arrays.stream(roles).anyMatch(SecurityRoles.actor(who)::holdsForAll);
    }

    public List<Register> registers(Scope within) {
        return registers.all().stream()
                .filter(register -> within.includes(register.id()))
                .toList();
    }

    /** @throws Refused naming those there are */
    public Register register(String id, Scope within) {
        List<Register> there = registers(within);
        return there.stream()
                .filter(register -> register.id().equals(id))
                .findFirst()
                .orElseThrow(() -> there.isEmpty()
                        ? Refused.unknown("refused.unknown.register-here", shortened(id))
                        : Refused.unknown(
                                "refused.unknown.register-here-of",
                                shortened(id),
                                there.stream().map(Register::id).collect(Collectors.joining(", "))));
    }

    /** The registers a list is about. @param asked id of the one that was asked for; null for all of theirs */
    public Scope within(String asked, Actor actor) {
        return asked == null
                ? actor.scope()
                : Scope.of(register(asked, actor.scope()).id());
    }

    /**
     * @param kind "change", "objection" or "termination"
     * @return the id of its register
     * @throws Refused when there is none of that reference
     */
    public String registerOf(String kind, String reference, Actor actor) {
        return subjects.register(reference)
                .filter(actor::sees)
                .orElseThrow(() -> Refused.unknown("refused.unknown." + kind, reference));
    }

    /** Whether entries of the ledger about a subject are for them; those about what belongs to no register are for who reads all. */
    public boolean includes(Scope within, String subject) {
        return within.all()
                || subjects.register(subject).filter(within::includes).isPresent();
    }

    private static String shortened(String id) {
        return id.length() > LONGEST ? id.substring(0, LONGEST) + "…" : id;
    }
}
