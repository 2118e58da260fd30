package fairnotice.web.workspace.account;

import fairnotice.access.Actor;
import fairnotice.access.ReadingSecondFactor;
import fairnotice.access.SettingUpSecondFactor;
import fairnotice.access.SettingUpSecondFactor.Offer;
import fairnotice.access.StaffDirectory;
import fairnotice.web.OwnSession;
import fairnotice.web.workspace.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether the own account has a second factor, and setting one up. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorController {

    static final String PAGE = "redirect:/account/second-factor";

    /** Shows recovery codes, once. */
    static final String CODES = "workspace/account-recovery-codes";

    private static final String VIEW = "workspace/account-factor-new";
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ReadingSecondFactor reading;
    private final SettingUpSecondFactor settingUp;
    private final StaffDirectory directory;
    private final OwnSession own;

    SecondFactorController(
            ReadingSecondFactor reading, SettingUpSecondFactor settingUp, StaffDirectory directory, OwnSession own) {
        this.reading = reading;
        this.settingUp = settingUp;
        this.directory = directory;
        this.own = own;
    }

    /** What was typed. @param offer what the app was given, as nobody else can use it */
    record FactorForm(String offer, String code, String current) {

        SettingUpSecondFactor.Typed typed() {
            return new SettingUpSecondFactor.Typed(offer, code, current);
        }

        /** Says nothing of the secrets, wherever it is logged. */
        @Override
        public String toString() {
            return "factor form";
        }
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String factor(Actor actor, Model model) {
        model.addAttribute("factor", reading.of(actor.id(), actor).orElse(null));
        model.addAttribute(
                "required",
                directory
                        .findByUsername(actor.id())
                        .filter(reading::isRequiredOf)
                        .isPresent());
        model.addAttribute("zone", UTC);
        return "workspace/account-factor";
    }

    @GetMapping("/new")
    String offer(@ModelAttribute("form") FactorForm form, Actor actor, Model model) {
        return reading.of(actor.id(), actor).isPresent() ? PAGE : page(settingUp.offer(actor), model);
    }

    @PostMapping("/new")
    String confirm(
            @ModelAttribute("form") FactorForm form,
            BindingResult binding,
            Actor actor,
            Model model,
            HttpServletRequest request) {
        List<String> codes = new ArrayList<>();
        boolean done = Problems.none(
                binding, () -> codes.addAll(settingUp.confirm(form.typed(), own.proof(request), own.now(), actor)));
        if (!done) {
            return reading.of(actor.id(), actor).isPresent() ? PAGE : page(settingUp.again(form.offer(), actor), model);
        }
        own.carryOn(actor.id(), request);
        model.addAttribute("codes", codes);
        model.addAttribute("fresh", true);
        return CODES;
    }

    private String page(Offer offer, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("picture", QrCode.address(offer.address()));
        return VIEW;
    }
}
