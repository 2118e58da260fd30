package fairnotice.web.portal;

import fairnotice.attachment.Attachment;
import fairnotice.objection.AnsweringOffer;
import fairnotice.objection.ContestingRefusal;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionParties;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.WithdrawingObjection;
import fairnotice.refusal.Refused;
import fairnotice.termination.DisputingRefund;
import fairnotice.web.FormErrors;
import fairnotice.web.UploadedFiles;
import fairnotice.web.portal.OpenedNotices.Opened;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The customer's steps in its case. A step that does not fit any more comes back with what happened instead. */
@Controller
class OwnObjectionStepsController {

    private final ContactTokens contacts;
    private final OpenedNotices opened;
    private final OwnObjectionReading cases;
    private final OwnCodePage codes;
    private final NoticeReading reading;
    private final AnsweringOffer answering;
    private final ContestingRefusal contesting;
    private final WithdrawingObjection dropping;
    private final DisputingRefund disputing;
    private final ObjectionParties parties;

    OwnObjectionStepsController(
            OpenedNotices opened,
            OwnObjectionReading cases,
            OwnCodePage codes,
            NoticeReading reading,
            AnsweringOffer answering,
            ContestingRefusal contesting,
            WithdrawingObjection dropping,
            DisputingRefund disputing,
            ObjectionParties parties,
            ContactTokens contacts) {
        this.contacts = contacts;
        this.opened = opened;
        this.cases = cases;
        this.codes = codes;
        this.reading = reading;
        this.answering = answering;
        this.contesting = contesting;
        this.dropping = dropping;
        this.disputing = disputing;
        this.parties = parties;
    }

    /** For who goes back to an answer that was refused. */
    @GetMapping("/n/{token}/reply")
    RedirectView replied() {
        return new RedirectView("/n/{token}", true);
    }

    @PostMapping("/n/{token}/reply")
    String reply(
            @PathVariable("token") String token,
            @RequestParam(name = "attachments", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return step(token, AnswerForm.of(request, contacts), files, model, redirect, response);
    }

    /** The one appeal against a refusal: {@code text} says why, and it needs nothing else. */
    @PostMapping("/n/{token}/appeal")
    String appeal(
            @PathVariable("token") String token,
            @RequestParam(name = "attachments", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return step(token, AnswerForm.of(request, "contest", contacts), files, model, redirect, response);
    }

    private String step(
            String token,
            AnswerForm form,
            List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        BindingResult errors = FormErrors.of(form, model);
        try {
            redirect.addFlashAttribute("done", "portal.done." + act(found.get(), form, files));
            return "redirect:/n/" + token;
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return again(found.get(), token, form, refused, model);
        }
    }

    /** @return the end of the key of the words for what was done */
    private String act(Opened by, AnswerForm form, List<MultipartFile> files) {
        Objection objection = cases.find(by).orElseThrow(() -> Refused.conflict("refused.objection.none-yet"));
        if (!form.about().isEmpty() && !form.about().equals(objection.reference())) {
            throw Refused.conflict("refused.objection.other-page", form.about(), objection.reference());
        }
        String actor = by.actor();
        String reference = objection.reference();
        switch (form.action()) {
            case "reply" -> {
                if (!parties.decides(objection, by.contact())) {
                    Objection after =
                            answering.write(reference, actor, form.text(), accepted(objection, files), form.seen());
                    return after.state() == ObjectionState.OFFERED ? "reply.waiting" : "reply";
                }
                Objection after =
                        answering.reply(reference, actor, form.text(), accepted(objection, files), form.seen());
                boolean toOffer =
                        objection.state() == ObjectionState.OFFERED && after.state() == ObjectionState.AWAITING_OFFER;
                return toOffer ? "reply.offer" : "reply";
            }
            case "reject" -> {
                parties.mayDecide(objection, by.contact());
                answering.reject(reference, actor, form.text(), accepted(objection, files), form.seen());
            }
            case "contest" -> {
                parties.mayDecide(objection, by.contact());
                contesting.contest(reference, actor, form.text(), accepted(objection, files));
            }
            case "accept" -> answering.accept(reference, actor, form.code(), form.seen());
            case "withdraw" -> dropping.drop(reference, actor, form.code());
            case "dispute" -> disputing.dispute(reference, actor, form.text(), accepted(objection, files));
            default -> throw Refused.invalid("action", "refused.step.choose");
        }
        return form.action();
    }

    private List<Attachment> accepted(Objection objection, List<MultipartFile> files) {
        return UploadedFiles.accepted(files, () -> cases.filesOf(objection));
    }

    /** Where a code was wrong the page that asks for it comes back, everywhere else the case itself. */
    private String again(Opened found, String token, AnswerForm form, Refused refused, Model model) {
        model.addAttribute("token", token);
        if (refused.because() == Refused.Because.INVALID && codes.isAskedFor(form.action())) {
            codes.fill(found, form, true, model);
            return "portal/code";
        }
        reading.fill(found, model);
        return "portal/notice";
    }
}
