package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.register.ChangingRegister;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.StoredRegister;
import fairnotice.register.StoredRegisters;
import fairnotice.register.TypedPromise;
import fairnotice.register.TypedSettings;
import fairnotice.web.FormErrors;
import fairnotice.web.workspace.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the settings and the promise of a register that there is; what a promise changes is shown before it is saved. */
@Controller
@RequestMapping("/registers/{register}")
class SettingsController {

    private static final int ROOM = 3;

    private final StoredRegisters stored;
    private final ChangingRegister changing;
    private final WaitingModel waiting;
    private final SettingsModel settings;
    private final PromiseModel promises;
    private final PromiseWords words;

    SettingsController(
            StoredRegisters stored,
            ChangingRegister changing,
            WaitingModel waiting,
            SettingsModel settings,
            PromiseModel promises,
            PromiseWords words) {
        this.stored = stored;
        this.changing = changing;
        this.waiting = waiting;
        this.settings = settings;
        this.promises = promises;
        this.words = words;
    }

    @GetMapping("/settings")
    String settings(@PathVariable("register") String id, Actor actor, Model model) {
        changing.mayChange(id, actor);
        FormErrors.of(TypedSettings.of(now(id).register()).withRoom(ROOM), model);
        return settingsPage(id, actor, model);
    }

    /** @param next "more" for room for more categories */
    @PostMapping("/settings")
    String saveSettings(
            @PathVariable("register") String id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @RequestParam(name = "next", defaultValue = "") String next,
            @ModelAttribute("form") TypedSettings form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        changing.mayChange(id, actor);
        if ("more".equals(next)) {
            FormErrors.of(form.withRoom(ROOM), model);
            return settingsPage(id, actor, model);
        }
        boolean[] counts = new boolean[1];
        boolean done = Problems.none(binding, () -> counts[0] = changing.changeSettings(id, epoch, form, actor));
        return done ? changed(id, counts[0], redirect) : settingsPage(id, actor, model);
    }

    private String settingsPage(String id, Actor actor, Model model) {
        common(id, actor, model);
        settings.choices(model);
        return "workspace/register-settings";
    }

    @GetMapping("/promise")
    String promise(@PathVariable("register") String id, Actor actor, Model model) {
        changing.mayChange(id, actor);
        Register known = now(id).register();
        TypedPromise typed = TypedPromise.of(known.policy());
        FormErrors.of(typed, model);
        promises.meaning(known, null, model);
        return promisePage(id, typed, actor, model);
    }

    /**
     * @param shown digest of the promise whose difference was shown; saved is that one and no other
     * @param on the day of the example
     */
    @PostMapping("/promise")
    String savePromise(
            @PathVariable("register") String id,
            @RequestParam(name = "epoch", defaultValue = "0") int epoch,
            @RequestParam(name = "next", defaultValue = "") String next,
            @RequestParam(name = "shown", defaultValue = "") String shown,
            @RequestParam(name = "on", defaultValue = "") String on,
            @ModelAttribute("form") TypedPromise form,
            BindingResult binding,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        changing.mayChange(id, actor);
        String digest = Integer.toHexString(form.hashCode());
        boolean[] counts = new boolean[1];
        if ("save".equals(next)
                && shown.equals(digest)
                && Problems.none(binding, () -> counts[0] = changing.changePromise(id, epoch, form, actor))) {
            return changed(id, counts[0], redirect);
        }
        Register known = now(id).register();
        Problems.none(binding, () -> {
            NoticePolicy wanted = changing.promise(known, form);
            promises.meaning(known.promising(wanted), on, model);
            model.addAttribute("differences", words.differences(known.policy(), wanted));
            model.addAttribute("shown", digest);
        });
        model.addAttribute("on", on);
        return promisePage(id, form, actor, model);
    }

    private String promisePage(String id, TypedPromise typed, Actor actor, Model model) {
        common(id, actor, model);
        promises.choices(typed, model);
        return "workspace/register-promise";
    }

    private void common(String id, Actor actor, Model model) {
        StoredRegister known = now(id);
        model.addAttribute("register", known.register());
        model.addAttribute("epoch", known.epoch());
        model.addAttribute("ofFile", known.isOfFile());
        model.addAttribute("takesTwo", changing.takesTwo(id));
        waiting.fill(known.register(), actor, model);
    }

    private StoredRegister now(String id) {
        return stored.read(id).orElseThrow();
    }

    private static String changed(String id, boolean counts, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "done", counts ? "workspace.done.register-changed" : "workspace.done.register-asked");
        return "redirect:/registers/" + id;
    }
}
