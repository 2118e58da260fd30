package fairnotice.web.portal;

import fairnotice.attachment.Attachment;
import fairnotice.customer.Order;
import fairnotice.objection.DraftingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionDraft;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.SubmittedObjection;
import fairnotice.objection.SubmittingObjection;
import fairnotice.objection.Threads;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.UploadedFiles;
import fairnotice.web.portal.OpenedNotices.Opened;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Objecting behind a signed link: type, check, file. What was typed is kept as a draft from the check on, and filed is what the check showed;
 * files are chosen there, since a page cannot carry them on.
 */
@Controller
@RequestMapping("/n/{token}/objection")
class OwnObjectionController {

    /** The page on which the answers are checked: an address of its own, so that going back or a reload sends nothing. */
    private static final String CHECK = "/objection?step=check";

    private final OpenedNotices opened;
    private final ObjectionReading reading;
    private final DraftingObjection drafting;
    private final SubmittingObjection filing;
    private final Threads threads;

    OwnObjectionController(
            OpenedNotices opened,
            ObjectionReading reading,
            DraftingObjection drafting,
            SubmittingObjection filing,
            Threads threads) {
        this.opened = opened;
        this.reading = reading;
        this.drafting = drafting;
        this.filing = filing;
        this.threads = threads;
    }

    /** The form, with what was typed in it before. */
    @GetMapping
    String form(@PathVariable("token") String token, Model model, HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        Optional<ObjectionDraft> draft = draft(found.get());
        Optional<Objection> newest = reading.newest(found.get());
        if (!reading.isPossible(found.get())) {
            return "redirect:/n/" + token;
        }
        if (newest.filter(objection -> !objection.isSettled() && !reading.isPossibleBeside(objection))
                .isPresent()) {
            return "redirect:/n/" + token + (draft.isPresent() ? CHECK : "");
        }
        String after = newest.map(Objection::reference).orElse("");
        FormErrors.of(
                draft.map(typed -> ObjectionForm.of(typed, after)).orElseGet(() -> ObjectionForm.blank(after)), model);
        return page("portal/objection", found.get(), token, model);
    }

    /** The answers as they were typed; once they are filed, where the case stands. */
    @GetMapping(params = "step=check")
    String check(
            @PathVariable("token") String token,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        Optional<ObjectionDraft> draft = draft(found.get());
        if (draft.isEmpty() && reading.newest(found.get()).isEmpty()) {
            return "redirect:/n/" + token + "/objection";
        }
        if (draft.isEmpty()) {
            redirect.addFlashAttribute("done", "portal.done.already");
            return "redirect:/n/" + token;
        }
        ObjectionForm form = ObjectionForm.of(draft.get(), draft.get().after());
        boolean inOrder = isInOrder(found.get(), form, FormErrors.of(form, model));
        return page(inOrder ? "portal/objection-check" : "portal/objection", found.get(), token, model);
    }

    /** @param step {@code check} keeps the answers and shows them, {@code file} files them, everything else goes back to the form */
    @PostMapping
    String step(
            @PathVariable("token") String token,
            @RequestParam(name = "step", defaultValue = "change") String step,
            @RequestParam(name = "attachments", required = false) List<MultipartFile> files,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        ObjectionForm form = ObjectionForm.of(request);
        BindingResult errors = FormErrors.of(form, model);
        boolean filed = step.equals("file");
        if ((!step.equals("check") && !filed) || !isInOrder(found.get(), form, errors)) {
            return page("portal/objection", found.get(), token, model);
        }
        if (!filed) {
            boolean kept = drafting.draft(
                    found.get().notice(),
                    found.get().customer(),
                    found.get().contact().id(),
                    form.statement(List.of()),
                    form.after());
            return kept ? "redirect:/n/" + token + CHECK : page("portal/objection-check", found.get(), token, model);
        }
        return isFiled(found.get(), form, files, errors, redirect)
                ? "redirect:/n/" + token
                : page("portal/objection-check", found.get(), token, model);
    }

    private Optional<ObjectionDraft> draft(Opened opened) {
        return drafting.find(opened.notice(), opened.contact().id());
    }

    private static boolean isInOrder(Opened opened, ObjectionForm form, BindingResult errors) {
        try {
            form.statement(List.of())
                    .check(opened.customer().orders().stream()
                            .map(Order::externalId)
                            .collect(Collectors.toSet()))
                    .orRefuse();
            return true;
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return false;
        }
    }

    private boolean isFiled(
            Opened opened,
            ObjectionForm form,
            List<MultipartFile> files,
            BindingResult errors,
            RedirectAttributes redirect) {
        try {
            List<Attachment> attachments = UploadedFiles.accepted(files, () -> kept(opened));
            SubmittedObjection filed = filing.file(
                    opened.notice(),
                    opened.customer(),
                    opened.contact().id(),
                    form.statement(attachments),
                    form.after());
            redirect.addFlashAttribute("done", done(filed));
            return true;
        } catch (Refused refused) {
            FormErrors.show(refused, errors);
            return false;
        }
    }

    private int kept(Opened opened) {
        return reading.newest(opened)
                .map(objection -> threads.attachments(objection.id()).size())
                .orElse(0);
    }

    private static String done(SubmittedObjection filed) {
        if (filed.closedSince()) {
            return "portal.done.closed-since";
        }
        if (filed.objection().state() == ObjectionState.COMMENT) {
            return "portal.done.comment";
        }
        return filed.added() ? "portal.done.added" : "portal.done.filed";
    }

    private String page(String view, Opened found, String token, Model model) {
        reading.fill(found, model);
        model.addAttribute("token", token);
        return view;
    }
}
