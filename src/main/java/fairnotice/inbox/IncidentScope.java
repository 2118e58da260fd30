package fairnotice.inbox;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.access.Subjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Which incidents are whose: those of a register for who holds the role there, those of none for who holds it for all. */
@Service
class IncidentScope {

    private final Subjects subjects;

    IncidentScope(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Those of them that are seen by an administrator or an auditor, in the order given; one query. */
    List<Incident> seen(List<Incident> incidents, Actor actor) {
        return within(incidents, actor.scope(Role.ADMIN, Role.AUDITOR));
    }

    /** Those of them that this administrator may have tried again. */
    List<Incident> retriable(List<Incident> incidents, Actor actor) {
        return within(incidents, actor.scope(Role.ADMIN));
    }

    private List<Incident> within(Collection<Incident> incidents, Scope scope) {
        if (scope.all()) {
            return List.copyOf(incidents);
        }
        Map<String, String> registers = subjects.registers(incidents.stream()
                .map(Incident::reference)
                .filter(Objects::nonNull)
                .toList());
        return incidents.stream()
                .filter(incident -> incident.reference() != null)
                .filter(incident -> scope.includes(registers.get(incident.reference())))
                .toList();
    }
}
