package fairnotice.web.workspace;

import fairnotice.objection.Objection;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The registers, for pages that name whose change something is. */
@Component
class Publishers {

    private final Registers registers;

    Publishers(Registers registers) {
        this.registers = registers;
    }

    Register of(String id) {
        return registers.named(id);
    }

    /** Whose days a case counts: those of the policy that was frozen for it, whatever the register says since. */
    ZoneId zone(Objection objection) {
        return registers.policy(objection.register(), objection.policyVersion()).zone();
    }

    /** All of them, for lists that name the register of each line. */
    Map<String, Register> byId() {
        return all().stream().collect(Collectors.toMap(Register::id, Function.identity()));
    }

    List<Register> all() {
        return registers.all();
    }
}
