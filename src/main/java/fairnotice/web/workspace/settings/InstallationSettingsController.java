package fairnotice.web.workspace.settings;

import fairnotice.access.Actor;
import fairnotice.access.Administrators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where each thing is set. */
@Controller
class InstallationSettingsController {

    private final Administrators administrators;

    InstallationSettingsController(Administrators administrators) {
        this.administrators = administrators;
    }

    @GetMapping("/settings")
    String settings(Actor actor) {
        administrators.mayRead(actor);
        return "workspace/settings";
    }
}
