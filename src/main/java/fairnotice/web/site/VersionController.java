package fairnotice.web.site;

import fairnotice.register.Comparison;
import fairnotice.register.Register;
import fairnotice.register.RegisterVersion;
import fairnotice.web.Brand;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a list: dated, immutable, comparable. */
@Controller
class VersionController {

    private final Published published;

    VersionController(Published published) {
        this.published = published;
    }

    @GetMapping("/r/{register}/versions")
    String versions(@PathVariable("register") String id, Model model) {
        Register register = dress(id, model);
        model.addAttribute("versions", published.versions(register));
        return "site/versions";
    }

    @GetMapping("/r/{register}/versions/{number}")
    String version(@PathVariable("register") String id, @PathVariable("number") int number, Model model) {
        Register register = dress(id, model);
        RegisterVersion version = published.version(register, number);
        model.addAttribute(
                "list",
                ListView.of(
                        register,
                        version,
                        List.of(),
                        version.publishedAt().atZone(register.zone()).toLocalDate()));
        model.addAttribute("current", published.current(register).number());
        return "site/version";
    }

    /** Without numbers: the newest version with the one before it. */
    @GetMapping("/r/{register}/compare")
    String compare(
            @PathVariable("register") String id,
            @RequestParam(name = "from", required = false) Integer from,
            @RequestParam(name = "to", required = false) Integer to,
            Model model) {
        Register register = dress(id, model);
        int newest = published.current(register).number();
        int later = to == null ? newest : to;
        int earlier = from == null ? Math.max(1, later - 1) : from;
        RegisterVersion before = published.version(register, earlier);
        RegisterVersion after = published.version(register, later);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("comparison", Comparison.between(before, after));
        model.addAttribute("versions", published.versions(register));
        return "site/compare";
    }

    private Register dress(String id, Model model) {
        Register register = published.register(id);
        model.addAttribute("register", register);
        model.addAttribute("brand", Brand.of(register));
        return register;
    }
}
