package fairnotice.web.workspace;

import fairnotice.register.Register;
import fairnotice.register.RegisterVersions;
import java.util.Collection;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The registers: what each promises, its categories and its versions. */
@Controller
class RegisterController {

    private final Publishers publishers;
    private final RegisterVersions versions;

    RegisterController(Publishers publishers, RegisterVersions versions) {
        this.publishers = publishers;
        this.versions = versions;
    }

    @GetMapping("/registers")
    String registers(Model model) {
        model.addAttribute("registers", publishers.all());
        return "workspace/registers";
    }

    @GetMapping("/registers/{register}")
    String register(@PathVariable("register") String id, Model model) {
        Register register = publishers.of(id);
        model.addAttribute("register", register);
        model.addAttribute("policy", register.policy());
        model.addAttribute("told", inWords(register.policy().audience().told()));
        model.addAttribute("mayObject", inWords(register.policy().audience().mayObject()));
        model.addAttribute("versions", versions.all(id));
        return "workspace/register";
    }

    /** Null for everybody. */
    private static String inWords(Collection<String> plans) {
        return plans.isEmpty()
                ? null
                : String.join(", ", plans.stream().sorted().toList());
    }
}
