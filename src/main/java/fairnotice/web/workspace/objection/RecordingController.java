package fairnotice.web.workspace.objection;

import fairnotice.access.Actor;
import fairnotice.objection.Channel;
import fairnotice.objection.Grounds;
import fairnotice.objection.RecordingObjection;
import fairnotice.objection.SubmittedObjection;
import fairnotice.register.Register;
import fairnotice.web.Phrases;
import fairnotice.web.UploadedFiles;
import fairnotice.web.workspace.Problems;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.change.ChangeModel;
import java.util.Arrays;
import java.util.List;
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

/** Writing down an objection that came by email, letter or telephone. */
@Controller
@RequestMapping("/changes/{reference}/objections/new")
class RecordingController {

    private final ChangeModel pages;
    private final Publishers publishers;
    private final RecordingObjection recording;
    private final Phrases phrases;

    RecordingController(ChangeModel pages, Publishers publishers, RecordingObjection recording, Phrases phrases) {
        this.pages = pages;
        this.publishers = publishers;
        this.recording = recording;
        this.phrases = phrases;
    }

    @GetMapping
    String form(@PathVariable("reference") String reference, Model model) {
        pages.head(reference, model);
        model.addAttribute("form", RecordingForm.blank());
        return page(model);
    }

    @PostMapping
    String record(
            @PathVariable("reference") String reference,
            @ModelAttribute("form") RecordingForm form,
            BindingResult binding,
            @RequestParam(name = "files", required = false) List<MultipartFile> files,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Register register = publishers.of(pages.head(reference, model).register());
        SubmittedObjection[] filed = new SubmittedObjection[1];
        boolean done = Problems.none(
                binding,
                () -> filed[0] = recording.record(
                        reference, form.came(register.zone(), UploadedFiles.accepted(files, () -> 0)), actor));
        if (!done) {
            return page(model);
        }
        redirect.addFlashAttribute("done", "workspace.done." + (filed[0].added() ? "added" : "recorded"));
        return "redirect:/objections/" + filed[0].objection().reference();
    }

    private String page(Model model) {
        model.addAttribute(
                "channels",
                phrases.choices(
                        "workspace.channel.",
                        Arrays.stream(Channel.values())
                                .filter(Channel::isRecordedByStaff)
                                .toList()));
        model.addAttribute("grounds", phrases.choices("workspace.grounds.", List.of(Grounds.values())));
        return "workspace/recording";
    }
}
