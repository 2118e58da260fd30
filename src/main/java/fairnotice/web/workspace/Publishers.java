package fairnotice.web.workspace;

import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.List;
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

    List<Register> all() {
        return registers.all();
    }
}
