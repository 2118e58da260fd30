package fairnotice.web.api;

import fairnotice.register.Register;
import fairnotice.register.RegisterVersions;
import fairnotice.web.OpenToAll;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Registers", description = "The published lists of sub-processors, and what a change of one would mean")
class RegistersController {

    private final KnownRegisters registers;
    private final RegisterVersions versions;

    RegistersController(KnownRegisters registers, RegisterVersions versions) {
        this.registers = registers;
        this.versions = versions;
    }

    @GetMapping("/api/v1/registers/{register}")
    @Operation(
            summary = "The published version, with its history and the promise in short",
            description = "Open to all")
    @SecurityRequirements
    @OpenToAll
    RegisterBody published(@PathVariable String register) {
        Register known = registers.named(register);
        return RegisterBody.of(known, versions.current(known.id()));
    }
}
