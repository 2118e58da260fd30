package fairnotice.inbox;

import fairnotice.refusal.Phrase;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.util.List;
import org.springframework.stereotype.Service;

/** Registers whose notices name no address that answers go to. */
@Service
class RegisterIncidents implements Incidents {

    private final Registers registers;

    RegisterIncidents(Registers registers) {
        this.registers = registers;
    }

    @Override
    public List<Incident> open() {
        return registers.all().stream()
                .filter(register ->
                        register.replyTo() == null || register.replyTo().isBlank())
                .map(RegisterIncidents::incident)
                .toList();
    }

    private static Incident incident(Register register) {
        return Incident.decidedAt(
                "/registers/" + register.id(),
                IncidentKind.REPLY_ADDRESS,
                Phrase.of("said.incident.reply-address", register.name()).said(),
                register.id(),
                null,
                Phrase.of("said.incident.no-reply-address").said());
    }
}
