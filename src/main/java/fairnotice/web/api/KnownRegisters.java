package fairnotice.web.api;

import fairnotice.access.Scope;
import fairnotice.register.Register;
import fairnotice.web.StaffScope;
import org.springframework.stereotype.Component;

/** The register that an address names; which are open to whoever asks was seen to before. */
@Component
class KnownRegisters {

    private final StaffScope scope;

    KnownRegisters(StaffScope scope) {
        this.scope = scope;
    }

    /** @throws fairnotice.refusal.Refused naming those there are */
    Register named(String id) {
        return scope.register(id, Scope.ALL);
    }
}
