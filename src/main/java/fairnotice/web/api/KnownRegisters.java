package fairnotice.web.api;

import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The register that an address names. */
@Component
class KnownRegisters {

    private final Registers registers;

    KnownRegisters(Registers registers) {
        this.registers = registers;
    }

    /** @throws Refused naming those there are */
    Register named(String id) {
        return registers.all().stream()
                .filter(register -> register.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("There is no register \"" + UnfitJson.shortened(id)
                        + "\" here; there are "
                        + registers.all().stream().map(Register::id).collect(Collectors.joining(", ")) + "."));
    }
}
