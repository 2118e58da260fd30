package fairnotice.web.workspace;

import fairnotice.access.Role;
import fairnotice.access.Scope;
import fairnotice.register.Register;
import fairnotice.web.Phrases;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which roles are held, and for which registers; in templates {@code ${@rolesInWords.of(…)}}. */
@Component("rolesInWords")
public class RolesInWords {

    private final Publishers publishers;
    private final Phrases phrases;

    RolesInWords(Publishers publishers, Phrases phrases) {
        this.publishers = publishers;
        this.phrases = phrases;
    }

    /** Those there are, by name. */
    public Map<String, String> all() {
        return phrases.choices("workspace.group.", List.of(Role.values()));
    }

    public List<String> of(Map<Role, Scope> held) {
        Map<String, Register> registers = publishers.byId();
        return held.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(role -> role(phrases.said("workspace.group." + role.getKey()), role.getValue(), registers))
                .toList();
    }

    private String role(String role, Scope scope, Map<String, Register> registers) {
        if (scope.all()) {
            return phrases.said("workspace.staff.role.all", role);
        }
        String names = scope.registers().stream()
                .sorted()
                .map(id -> registers.containsKey(id) ? registers.get(id).name() : id)
                .collect(Collectors.joining(", "));
        return phrases.said("workspace.staff.role.of", role, names);
    }
}
