package fairnotice.web.workspace;

import fairnotice.access.Actor;
import fairnotice.refusal.Language;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Settlement;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The registers: what each promises, its categories and its versions. */
@Controller
class RegisterController {

    private final Publishers publishers;
    private final RegisterVersions versions;
    private final MessageSource words;

    RegisterController(Publishers publishers, RegisterVersions versions, MessageSource words) {
        this.publishers = publishers;
        this.versions = versions;
        this.words = words;
    }

    @GetMapping("/registers")
    String registers(Actor actor, Model model) {
        model.addAttribute("registers", publishers.within(actor.scope()));
        return "workspace/registers";
    }

    @GetMapping("/registers/{register}")
    String register(@PathVariable("register") String id, Model model) {
        Register register = publishers.of(id);
        model.addAttribute("register", register);
        model.addAttribute("policy", register.policy());
        model.addAttribute("noticeOf", noticeOf(register.policy().noticeFor()));
        model.addAttribute("told", inWords(register.policy().audience().told()));
        model.addAttribute("mayObject", inWords(register.policy().audience().mayObject()));
        model.addAttribute("roles", roles(register.policy().audience().roles()));
        model.addAttribute("otherwise", roles(register.policy().audience().otherwise()));
        model.addAttribute("cures", cures(register.policy().settlement()));
        model.addAttribute("authority", roles(register.policy().settlement().authority()));
        model.addAttribute("versions", versions.all(id));
        return "workspace/register";
    }

    /** Null for every kind that a notice can be promised of. */
    private String noticeOf(Set<ChangeKind> kinds) {
        return kinds.equals(NoticePolicy.EVERY_KIND)
                ? null
                : kinds.stream()
                        .sorted()
                        .map(kind -> words.getMessage("workspace.policy.notice-of." + kind, null, Language.reader()))
                        .collect(Collectors.joining(", "));
    }

    /** Null for none. */
    private String cures(Settlement settlement) {
        return settlement.cures().isEmpty()
                ? null
                : settlement.cures().stream()
                        .sorted()
                        .map(cure -> words.getMessage("workspace.settlement.cure." + cure, null, Language.reader()))
                        .collect(Collectors.joining("; "));
    }

    /** Those of contacts, in the order they are stated in; null for none. */
    private String roles(Collection<String> roles) {
        return roles.isEmpty()
                ? null
                : roles.stream()
                        .map(role -> words.getMessage("workspace.role." + role, null, Language.reader()))
                        .collect(Collectors.joining(", "));
    }

    /** Null for everybody. */
    private static String inWords(Collection<String> plans) {
        return plans.isEmpty()
                ? null
                : String.join(", ", plans.stream().sorted().toList());
    }
}
