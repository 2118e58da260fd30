package fairnotice.web.portal;

import fairnotice.objection.CustomerStep;
import fairnotice.objection.Objection;
import fairnotice.refusal.Refused;
import fairnotice.termination.ElectingTermination;
import fairnotice.termination.Worksheet;
import fairnotice.web.FormErrors;
import fairnotice.web.portal.OpenedNotices.Opened;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Ending orders behind a signed link: choose, see the refund worked out, have a code mailed for exactly that choice, confirm. The choice
 * travels in the form itself, and a code is good for no other.
 */
@Controller
@RequestMapping("/n/{token}/termination")
class OwnTerminationController {

    /** A longer address might be cut; the page is then shown without going round by one. */
    private static final int LONGEST_ADDRESS = 4_000;

    private static final Set<String> WORKED_OUT = Set.of("show", "worksheet", "code", "confirm");

    private final ContactTokens contacts;
    private final OpenedNotices opened;
    private final OwnObjectionReading cases;
    private final OwnTerminationReading leaving;
    private final NoticeReading reading;
    private final ElectingTermination electing;

    OwnTerminationController(
            OpenedNotices opened,
            OwnObjectionReading cases,
            OwnTerminationReading leaving,
            NoticeReading reading,
            ElectingTermination electing,
            ContactTokens contacts) {
        this.contacts = contacts;
        this.opened = opened;
        this.cases = cases;
        this.leaving = leaving;
        this.reading = reading;
        this.electing = electing;
    }

    /**
     * The orders; with a choice the worksheet, and with the contact who has its code the field for it. An address of its own for each, so that
     * going back or a reload sends nothing.
     *
     * @param step {@code change} for the choice once more
     */
    @GetMapping
    String show(
            @PathVariable("token") String token,
            @RequestParam(name = "step", defaultValue = "") String step,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        Optional<Objection> objection = cases.find(found.get());
        if (objection.isEmpty() || !may(found.get(), objection.get())) {
            redirect.addFlashAttribute("done", "portal.done.past");
            return "redirect:/n/" + token;
        }
        model.addAttribute("token", token);
        OwnTerminationForm sent = OwnTerminationForm.of(request, leaving.customer(found.get()), contacts);
        boolean fresh = !sent.isAnythingChosen();
        OwnTerminationForm form = fresh
                ? OwnTerminationForm.blank(
                        leaving.customer(found.get()), objection.get().filing().orders())
                : sent;
        String shown = fresh || step.equals("change") ? "choose" : "show";
        return step(found.get(), objection.get(), shown, form, token, model, redirect);
    }

    /** @param step worksheet, code or confirm; everything else goes back to the choice */
    @PostMapping
    String post(
            @PathVariable("token") String token,
            @RequestParam(name = "step", defaultValue = "change") String step,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        model.addAttribute("token", token);
        Optional<Objection> objection = cases.find(found.get());
        if (objection.isEmpty()) {
            redirect.addFlashAttribute("done", "portal.done.past");
            return "redirect:/n/" + token;
        }
        OwnTerminationForm form = OwnTerminationForm.of(request, leaving.customer(found.get()), contacts);
        return step(found.get(), objection.get(), step, form, token, model, redirect);
    }

    private boolean may(Opened found, Objection objection) {
        return cases.view(cases.asOfNow(objection), found.customer()).may(CustomerStep.ELECT);
    }

    private String step(
            Opened by,
            Objection objection,
            String step,
            OwnTerminationForm form,
            String token,
            Model model,
            RedirectAttributes redirect) {
        try {
            leaving.fill(by, objection, model);
        } catch (Refused past) {
            return past(by, past, model);
        }
        BindingResult errors = FormErrors.of(form, model);
        if (step.equals("change") && form.isAnythingChosen()) {
            return at(address(form, token) + "&step=change", "portal/leave");
        }
        if (!WORKED_OUT.contains(step) || !isWorkedOut(by, objection, form, errors, model)) {
            return "portal/leave";
        }
        OwnTerminationForm sent = leaving.withOwnCode(by, objection, form, (Worksheet) model.getAttribute("worksheet"));
        model.addAttribute("codeOf", sent.contact());
        model.addAttribute("holder", cases.otherHolder(by, objection, sent.holder()));
        model.addAttribute("asked", !sent.contact().isEmpty() || step.equals("confirm"));
        try {
            String page = switch (step) {
                case "code" -> mail(by, objection, form, token, redirect);
                case "confirm" -> confirm(by, objection, form, token, redirect);
                case "worksheet" -> at(address(form, token), "portal/leave-worksheet");
                default -> "portal/leave-worksheet";
            };
            addEndOfCode(by, objection, sent, model);
            return page;
        } catch (Refused refused) {
            addEndOfCode(by, objection, sent, model);
            model.addAttribute("asked", step.equals("confirm") || model.containsAttribute("validUntil"));
            OwnTerminationReading.show(
                    refused, form, leaving.customer(by).orders().size(), errors);
            return "portal/leave-worksheet";
        }
    }

    private boolean isWorkedOut(
            Opened by, Objection objection, OwnTerminationForm form, BindingResult errors, Model model) {
        try {
            Worksheet worksheet = electing.preview(objection.reference(), form.elections());
            model.addAttribute("worksheet", worksheet);
            model.addAttribute("refund", electing.refund(worksheet));
            model.addAttribute(
                    "data", electing.data(worksheet, leaving.customer(by).orders()));
            return true;
        } catch (Refused refused) {
            OwnTerminationReading.show(
                    refused, form, leaving.customer(by).orders().size(), errors);
            return false;
        }
    }

    private void addEndOfCode(Opened by, Objection objection, OwnTerminationForm form, Model model) {
        Worksheet worksheet = (Worksheet) model.getAttribute("worksheet");
        form.holder()
                .flatMap(holder -> electing.codeValidUntil(objection.reference(), worksheet, holder, by.actor()))
                .ifPresent(until -> model.addAttribute("validUntil", until));
    }

    private String mail(
            Opened by, Objection objection, OwnTerminationForm form, String token, RedirectAttributes redirect) {
        electing.askForCode(objection.reference(), form.elections(), contact(form), by.actor());
        redirect.addFlashAttribute("done", "portal.done.code");
        return at(address(form, token), "portal/leave-worksheet");
    }

    /** The page by its address; at once where that is too long. */
    private static String at(String address, String page) {
        return address.length() > LONGEST_ADDRESS ? page : "redirect:" + address;
    }

    private String confirm(
            Opened by, Objection objection, OwnTerminationForm form, String token, RedirectAttributes redirect) {
        electing.elect(objection.reference(), form.elections(), form.code(), by.actor());
        redirect.addFlashAttribute("done", "portal.done.terminate");
        return "redirect:/n/" + token;
    }

    /** The case with what happened instead. */
    private String past(Opened by, Refused refused, Model model) {
        FormErrors.show(refused, FormErrors.of(AnswerForm.blank(), model));
        reading.fill(by, model);
        return "portal/notice";
    }

    /** Where the choice is shown again and its code asked for. */
    private String address(OwnTerminationForm form, String token) {
        StringBuilder address =
                new StringBuilder("/n/" + token + "/termination?contact=" + coded(contacts.written(form.contact())));
        form.orders().stream().filter(OwnTerminationForm.OrderChoice::chosen).forEach(choice -> {
            address.append("&orders=").append(coded(choice.order()));
            address.append('&').append(coded("lastDay[" + choice.order() + "]")).append('=');
            address.append(coded(choice.lastDay()));
            choice.lines()
                    .forEach(line -> address.append('&')
                            .append(coded("lines[" + choice.order() + "]"))
                            .append('=')
                            .append(coded(line)));
        });
        return address.toString();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long contact(OwnTerminationForm form) {
        return form.holder().orElseThrow(() -> Refused.invalid("contact", "refused.code.who"));
    }
}
