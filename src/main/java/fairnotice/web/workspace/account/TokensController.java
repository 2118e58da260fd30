package fairnotice.web.workspace.account;

import fairnotice.access.Actor;
import fairnotice.access.ApiToken;
import fairnotice.access.IssuingToken;
import fairnotice.access.NewToken;
import fairnotice.access.ReadingTokens;
import fairnotice.access.RevokingTokens;
import fairnotice.web.Phrases;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.RolesInWords;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The API tokens of the own account: made, shown once, listed and revoked. */
@Controller
@RequestMapping("/account/tokens")
class TokensController {

    private static final String FORM = "workspace/account-token-new";
    private static final String PAGE = "redirect:/account/tokens";
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final IssuingToken issuing;
    private final ReadingTokens reading;
    private final RevokingTokens revoking;
    private final RolesInWords roles;
    private final Publishers publishers;
    private final Phrases phrases;

    TokensController(
            IssuingToken issuing,
            ReadingTokens reading,
            RevokingTokens revoking,
            RolesInWords roles,
            Publishers publishers,
            Phrases phrases) {
        this.issuing = issuing;
        this.reading = reading;
        this.revoking = revoking;
        this.roles = roles;
        this.publishers = publishers;
        this.phrases = phrases;
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String tokens(Actor actor, Model model) {
        model.addAttribute("tokens", reading.of(actor.id(), actor));
        model.addAttribute("zone", UTC);
        return "workspace/account-tokens";
    }

    @GetMapping("/new")
    String form(@ModelAttribute("form") TokenForm form, Actor actor, Model model) {
        return page(actor, model);
    }

    @PostMapping("/new")
    String issue(@ModelAttribute("form") TokenForm form, BindingResult binding, Actor actor, Model model) {
        ApiToken[] made = new ApiToken[1];
        boolean done = Problems.none(
                binding,
                () -> made[0] = issuing.issue(form.typed(registers(actor).keySet()), actor));
        if (!done) {
            return page(actor, model);
        }
        model.addAttribute("token", made[0].text());
        return "workspace/account-token";
    }

    /** @param id of the token that was looked at */
    @PostMapping("/revoke")
    String revoke(@RequestParam(name = "id", defaultValue = "0") String id, Actor actor, RedirectAttributes redirect) {
        Long which = Problems.id(id);
        revoking.revoke(actor.id(), which == null ? 0 : which, actor);
        redirect.addFlashAttribute("done", "workspace.done.token-revoked");
        return PAGE;
    }

    /** For who goes back to a step that was refused. */
    @GetMapping("/revoke")
    RedirectView looked() {
        return new RedirectView("/account/tokens", true);
    }

    private String page(Actor actor, Model model) {
        Map<String, String> held = roles.all();
        held.keySet().retainAll(actor.roles().stream().map(Enum::name).toList());
        model.addAttribute("roles", held);
        model.addAttribute("registers", registers(actor));
        model.addAttribute("accesses", phrases.choices("workspace.token.access.", List.of("ALL", "READ")));
        model.addAttribute("most", NewToken.MOST_DAYS);
        return FORM;
    }

    private Map<String, String> registers(Actor actor) {
        Map<String, String> registers = new LinkedHashMap<>();
        publishers.within(actor.scope()).forEach(register -> registers.put(register.id(), register.name()));
        return registers;
    }
}
