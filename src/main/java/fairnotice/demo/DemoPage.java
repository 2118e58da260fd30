package fairnotice.demo;

import fairnotice.process.clock.EngineClock;
import fairnotice.refusal.Refused;
import fairnotice.register.Registers;
import fairnotice.web.Phrases;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where to look in a demonstration, and its clock. */
@InDemo
@Controller
class DemoPage {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private final Phrases phrases;
    private final MovingClock moving;
    private final DemoClock clock;
    private final EngineClock engine;
    private final Registers registers;

    DemoPage(MovingClock moving, DemoClock clock, EngineClock engine, Registers registers, Phrases phrases) {
        this.phrases = phrases;
        this.moving = moving;
        this.clock = clock;
        this.engine = engine;
        this.registers = registers;
    }

    @GetMapping("/demo")
    String demo(Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("nextDeadline", engine.nextDeadline().orElse(null));
        model.addAttribute("utc", UTC);
        model.addAttribute("registers", registers.all());
        model.addAttribute("staff", DemoStaff.ALL);
        return "demo/demo";
    }

    @PostMapping("/demo/clock")
    String move(@ModelAttribute ClockRequest request, RedirectAttributes after) {
        ClockRequest wish = new ClockRequest(emptied(request.advance()), emptied(request.to()));
        try {
            if (wish.isToNextDeadline()) {
                moving.toNextDeadline();
            } else {
                moving.advance(wish.distance(clock.instant()));
            }
            after.addFlashAttribute("moved", true);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", phrases.said(refused));
        }
        return "redirect:/demo";
    }

    private static String emptied(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
