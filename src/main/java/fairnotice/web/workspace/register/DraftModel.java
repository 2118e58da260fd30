package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.register.DraftingRegister;
import fairnotice.register.ListSection;
import fairnotice.register.ListStyle;
import fairnotice.register.Register;
import fairnotice.register.RegisterDraft;
import fairnotice.register.Subprocessor;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all steps of a new register show: which draft it is, and where one can go. */
@Component
class DraftModel {

    static final List<String> STEPS = List.of("settings", "list", "promise", "check");

    /** The first entries of a list, as the public page shows them. */
    record ListPreview(boolean inCategories, List<ListSection> sections, Shown version) {

        /** Of the entries that are shown. */
        record Shown(List<Subprocessor> entries) {}

        static ListPreview of(Register register, List<Subprocessor> entries) {
            return new ListPreview(
                    register.style() == ListStyle.CATEGORIES, ListSection.of(register, entries), new Shown(entries));
        }
    }

    private final DraftingRegister drafting;

    DraftModel(DraftingRegister drafting) {
        this.drafting = drafting;
    }

    static String step(long draft, String step) {
        return "redirect:/registers/new/" + draft + "/" + step;
    }

    /** As it is kept now, since each time it is saved its epoch is another. */
    RegisterDraft fill(long id, String step, Actor actor, Model model) {
        RegisterDraft draft = drafting.draft(id, actor);
        model.addAttribute("draft", draft);
        model.addAttribute("steps", STEPS);
        model.addAttribute("step", step);
        return draft;
    }
}
