package fairnotice.web.portal;

import fairnotice.customer.Order;
import fairnotice.objection.Attachment;
import fairnotice.objection.Filed;
import fairnotice.objection.FilingObjection;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.Threads;
import fairnotice.refusal.Refused;
import fairnotice.web.FormErrors;
import fairnotice.web.HandedInFiles;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Objecting behind a signed link: type, check, file. What was typed travels in the form itself; files are chosen on the page on which the
 * answers are checked, since a page cannot carry them on.
 */
@Controller
@RequestMapping("/n/{token}/objection")
class OwnObjectionController {

    private final OpenedNotices opened;
    private final ObjectionReading reading;
    private final FilingObjection filing;
    private final Threads threads;

    OwnObjectionController(OpenedNotices opened, ObjectionReading reading, FilingObjection filing, Threads threads) {
        this.opened = opened;
        this.reading = reading;
        this.filing = filing;
        this.threads = threads;
    }

    @ModelAttribute
    void keepPrivate(HttpServletResponse response) {
        PrivatePages.mark(response);
    }

    @GetMapping
    String form(@PathVariable("token") String token, Model model, HttpServletResponse response) {
        Optional<Opened> found = opened.with(token);
        if (found.isEmpty()) {
            return PrivatePages.nothing(response);
        }
        Optional<Objection> newest = reading.newest(found.get());
        if (newest.filter(objection -> !objection.isSettled()).isPresent() || !reading.isPossible(found.get())) {
            return "redirect:/n/" + token;
        }
        FormErrors.of(ObjectionForm.blank(newest.map(Objection::reference).orElse("")), model);
        return page("portal/objection", found.get(), token, model);
    }

    /** @param step {@code check} shows the answers, {@code file} files them, everything else goes back to the form */
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
        if ((step.equals("check") || filed) && isInOrder(found.get(), form, errors)) {
            boolean done = filed && isFiled(found.get(), form, files, errors, redirect);
            return done ? "redirect:/n/" + token : page("portal/objection-check", found.get(), token, model);
        }
        return page("portal/objection", found.get(), token, model);
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
            List<Attachment> attachments = HandedInFiles.accepted(files, () -> kept(opened));
            Filed filed = filing.file(
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

    private static String done(Filed filed) {
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
