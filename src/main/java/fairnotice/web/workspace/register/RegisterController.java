package fairnotice.web.workspace.register;

import fairnotice.access.Actor;
import fairnotice.access.Role;
import fairnotice.refusal.Refused;
import fairnotice.register.ChangingRegister;
import fairnotice.register.Register;
import fairnotice.register.RegisterDocuments;
import fairnotice.register.RegisterFile;
import fairnotice.register.RegisterVersion;
import fairnotice.register.RegisterVersions;
import fairnotice.register.Registers;
import fairnotice.register.StoredRegisters;
import fairnotice.web.Downloads;
import fairnotice.web.workspace.Publishers;
import fairnotice.web.workspace.history.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The registers: what each promises, its categories and its versions, what became of its settings, and all of it as a file. */
@Controller
class RegisterController {

    private static final String YAML = "application/yaml";

    /** @param differences from the version before */
    record PromiseVersion(int number, List<PromiseWords.Difference> differences) {}

    private final Publishers publishers;
    private final Registers registers;
    private final RegisterVersions versions;
    private final StoredRegisters stored;
    private final ChangingRegister changing;
    private final WaitingModel waiting;
    private final RegisterDocuments documents;
    private final PromiseWords words;
    private final Timeline timeline;

    RegisterController(
            Publishers publishers,
            Registers registers,
            RegisterVersions versions,
            StoredRegisters stored,
            ChangingRegister changing,
            WaitingModel waiting,
            RegisterDocuments documents,
            PromiseWords words,
            Timeline timeline) {
        this.publishers = publishers;
        this.registers = registers;
        this.versions = versions;
        this.stored = stored;
        this.changing = changing;
        this.waiting = waiting;
        this.documents = documents;
        this.words = words;
        this.timeline = timeline;
    }

    @GetMapping("/registers")
    String registers(Actor actor, Model model) {
        model.addAttribute("registers", publishers.within(actor.scope()));
        model.addAttribute("adds", actor.holdsForAll(Role.ADMIN));
        return "workspace/registers";
    }

    @GetMapping("/registers/{register}")
    String register(@PathVariable("register") String id, Actor actor, Model model) {
        Register register = publishers.of(id);
        model.addAttribute("register", register);
        model.addAttribute("policy", register.policy());
        model.addAttribute("noticeLines", words.notice(register.policy()));
        model.addAttribute("settlementLines", words.settlement(register.policy()));
        model.addAttribute("versions", versions.all(id));
        model.addAttribute("ofFile", stored.read(id).orElseThrow().isOfFile());
        waiting.fill(register, actor, model);
        model.addAttribute(
                "administers",
                Refused.reason(() -> changing.mayChange(id, actor)).isEmpty());
        model.addAttribute("takesOver", actor.holdsForAll(Role.ADMIN));
        return "workspace/register";
    }

    @GetMapping("/registers/{register}/history")
    String history(@PathVariable("register") String id, Model model) {
        Register register = publishers.of(id);
        model.addAttribute("register", register);
        model.addAttribute("zone", register.zone());
        model.addAttribute("promises", promises(register));
        model.addAttribute("timeline", timeline.about(id, register.zone()));
        return "workspace/register-history";
    }

    @GetMapping("/registers/{register}/file")
    ResponseEntity<byte[]> file(@PathVariable("register") String id) {
        RegisterVersion current = versions.current(id);
        String document = documents.write(new RegisterFile(publishers.of(id), current.entries(), current.history()));
        return Downloads.of(id + ".yml", YAML, document.getBytes(StandardCharsets.UTF_8));
    }

    /** What each version made of the one before it, the newest first. */
    private List<PromiseVersion> promises(Register register) {
        return IntStream.rangeClosed(2, register.policy().version())
                .mapToObj(number -> new PromiseVersion(
                        number,
                        words.differences(
                                registers.policy(register.id(), number - 1), registers.policy(register.id(), number))))
                .sorted(Comparator.comparingInt(PromiseVersion::number).reversed())
                .toList();
    }
}
