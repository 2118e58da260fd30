package fairnotice.web.site;

import fairnotice.access.LinkPurpose;
import fairnotice.access.SignedLinks;
import fairnotice.change.VendorChange;
import fairnotice.change.VendorChanges;
import fairnotice.objection.ConfirmingSubmission;
import fairnotice.objection.Unconfirmed;
import fairnotice.objection.UnconfirmedSubmissions;
import fairnotice.refusal.Refused;
import fairnotice.register.Register;
import fairnotice.web.Brand;
import fairnotice.web.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The link in the letter that asks whether an objection on the public page is its reader's own. Only a POST confirms. */
@Controller
@RequestMapping("/filings/{token}")
class SubmissionLinkController {

    private final Phrases phrases;
    private final SignedLinks links;
    private final UnconfirmedSubmissions filings;
    private final ConfirmingSubmission confirming;
    private final VendorChanges changes;
    private final Published published;

    SubmissionLinkController(
            SignedLinks links,
            UnconfirmedSubmissions filings,
            ConfirmingSubmission confirming,
            VendorChanges changes,
            Published published,
            Phrases phrases) {
        this.phrases = phrases;
        this.links = links;
        this.filings = filings;
        this.confirming = confirming;
        this.changes = changes;
        this.published = published;
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping
    String show(@PathVariable("token") String token, Model model, HttpServletResponse response) {
        return find(token).map(filing -> page(filing, token, model)).orElseGet(() -> nothing(response));
    }

    @PostMapping
    String confirm(
            @PathVariable("token") String token,
            @RequestParam(name = "filing", required = false) String other,
            Model model,
            HttpServletResponse response) {
        Optional<Unconfirmed> found = find(token);
        if (found.isEmpty()) {
            return nothing(response);
        }
        try {
            confirm(found.get(), other);
            return "redirect:/filings/" + token;
        } catch (Refused refused) {
            model.addAttribute("refused", phrases.said(refused));
            return page(found.get(), token, model);
        }
    }

    /** @param other id of another filing of the same address; null for the one the link is about */
    private void confirm(Unconfirmed filing, String other) {
        if (other == null) {
            confirming.confirm(filing.id());
        } else {
            confirming.confirm(filing, number(other));
        }
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw Refused.unknown("refused.unknown.submission");
        }
    }

    private Optional<Unconfirmed> find(String token) {
        return links.read(token)
                .filter(link -> link.purpose() == LinkPurpose.CONFIRM_OBJECTION)
                .flatMap(link -> filings.find(link.subject()));
    }

    private String page(Unconfirmed filing, String token, Model model) {
        VendorChange change = changes.getByReference(filing.change());
        Register register = published.register(change.register());
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        model.addAttribute("filing", filing);
        model.addAttribute(
                "others",
                filings.besides(filing).stream()
                        .filter(other -> confirming.obstacle(other).isEmpty())
                        .toList());
        if (!model.containsAttribute("refused")) {
            model.addAttribute(
                    "refused", confirming.obstacle(filing).map(phrases::said).orElse(null));
        }
        model.addAttribute("token", token);
        return "site/filing-link";
    }

    /** The same for every link that opens nothing. */
    private static String nothing(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "portal/nothing";
    }
}
