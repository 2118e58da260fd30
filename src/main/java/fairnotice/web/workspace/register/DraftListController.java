package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.refusal.Refused;
import fairnotice.register.AddingRegister;
import fairnotice.register.DraftingRegister;
import fairnotice.register.RegisterDraft;
import fairnotice.register.Subprocessor;
import fairnotice.register.Tables;
import fairnotice.web.FormErrors;
import fairnotice.web.NoSuchPage;
import fairnotice.web.workspace.Choices;
import fairnotice.web.workspace.Problems;
import java.util.ArrayList;
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

/** The list of a new register: pasted, from a file, or entry by entry. */
@Controller
@RequestMapping("/registers/new/{draft}/list")
class DraftListController {

    /** A table that was pasted, or a file of one. */
    record TableForm(String table, MultipartFile file) {}

    private static final int PAGE = 100;
    private static final String STEP = "list";

    private final DraftingRegister drafting;
    private final AddingRegister adding;
    private final Tables tables;
    private final DraftModel pages;

    DraftListController(DraftingRegister drafting, AddingRegister adding, Tables tables, DraftModel pages) {
        this.drafting = drafting;
        this.adding = adding;
        this.tables = tables;
        this.pages = pages;
    }

    @GetMapping
    String list(
            @PathVariable("draft") long id,
            @RequestParam(name = "from", defaultValue = "0") int from,
            Actor actor,
            Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        FormErrors.of(new TableForm(draft.content().table(), null), model);
        return page(id, from, actor, model);
    }

    @PostMapping
    String read(
            @PathVariable("draft") long id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @ModelAttribute("form") TableForm form,
            BindingResult binding,
            Actor actor,
            Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        boolean done = Problems.none(binding, () -> {
            String text =
                    Uploads.isChosen(form.file()) ? tables.text(Uploads.content("file", form.file())) : form.table();
            tables.read(text);
            drafting.save(id, epoch, draft.content().reading(text), actor);
        });
        return done ? "redirect:/registers/new/" + id + "/table" : page(id, 0, actor, model);
    }

    private String page(long id, int from, Actor actor, Model model) {
        RegisterDraft draft = pages.fill(id, STEP, actor, model);
        List<Subprocessor> all = draft.content().entries();
        int first = Math.max(0, Math.min(from, all.size()));
        int last = Math.min(first + PAGE, all.size());
        model.addAttribute("entries", all.subList(first, last));
        model.addAttribute("first", first);
        model.addAttribute("next", last < all.size() ? last : null);
        return "workspace/draft-list";
    }

    /** @param number from 1; 0 for a new entry */
    @GetMapping("/{number}")
    String entry(@PathVariable("draft") long id, @PathVariable("number") int number, Actor actor, Model model) {
        List<Subprocessor> entries = drafting.draft(id, actor).content().entries();
        FormErrors.of(number == 0 ? EntryForm.blank() : EntryForm.of(known(entries, number)), model);
        return entryPage(id, number, actor, model);
    }

    @PostMapping("/{number}")
    String save(
            @PathVariable("draft") long id,
            @PathVariable("number") int number,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @ModelAttribute("form") EntryForm form,
            BindingResult binding,
            Actor actor,
            Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        List<Subprocessor> entries = new ArrayList<>(draft.content().entries());
        boolean done = Problems.none(binding, () -> {
            Subprocessor entry = form.entry();
            adding.fits(entry, number, draft.content());
            if (number == 0) {
                entries.add(entry);
            } else {
                known(entries, number);
                entries.set(number - 1, entry);
            }
            drafting.save(id, epoch, draft.content().listing(entries), actor);
        });
        return done ? DraftModel.step(id, STEP) : entryPage(id, number, actor, model);
    }

    /** @throws Refused when the draft was saved since: the number may be another entry's */
    @PostMapping("/{number}/removal")
    String remove(
            @PathVariable("draft") long id,
            @PathVariable("number") int number,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            Actor actor) {
        RegisterDraft draft = drafting.draft(id, actor);
        List<Subprocessor> entries = new ArrayList<>(draft.content().entries());
        entries.remove(known(entries, number));
        drafting.save(id, epoch, draft.content().listing(entries), actor);
        return DraftModel.step(id, STEP);
    }

    /** For who goes back to an entry that was removed. */
    @GetMapping("/{number}/removal")
    String looked(@PathVariable("draft") long id) {
        return DraftModel.step(id, STEP);
    }

    private String entryPage(long id, int number, Actor actor, Model model) {
        RegisterDraft draft = pages.fill(id, STEP, actor, model);
        model.addAttribute("number", number);
        model.addAttribute(
                "categories", Choices.categories(draft.content().settings().layout()));
        return "workspace/draft-entry";
    }

    private static Subprocessor known(List<Subprocessor> entries, int number) {
        if (number < 1 || number > entries.size()) {
            throw new NoSuchPage();
        }
        return entries.get(number - 1);
    }
}
