package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.access.Scope;
import fairnotice.objection.Objection;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.StaffScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The registers, for pages that name whose change something is. */
@Component
public class Publishers {

    private final Registers registers;
    private final StaffScope scope;

    Publishers(Registers registers, StaffScope scope) {
        this.registers = registers;
        this.scope = scope;
    }

    public Register of(String id) {
        return registers.getById(id);
    }

    /** Whose days a case counts: those of the policy that was frozen for it, whatever the register says since. */
    public ZoneId zone(Objection objection) {
        return registers.policy(objection.register(), objection.policyVersion()).zone();
    }

    /** @throws fairnotice.refusal.Refused when it is none that this person sees */
    public Register of(String id, Actor actor) {
        return scope.register(id, actor.scope());
    }

    public List<Register> within(Scope within) {
        return scope.registers(within);
    }

    /** All of them, for lists that name the register of each line. */
    public Map<String, Register> byId() {
        return registers.all().stream().collect(Collectors.toMap(Register::id, Function.identity()));
    }
}
