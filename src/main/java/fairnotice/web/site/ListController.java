package fairnotice.web.site;

import fairnotice.register.Register;
import fairnotice.web.Brand;
import fairnotice.web.DemoPeople;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lists: all of them, one as a page, and one's colour. */
@Controller
class ListController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Published published;
    private final Renderings renderings;
    private final Html html;
    private final Optional<DemoPeople> people;

    ListController(Published published, Renderings renderings, Html html, Optional<DemoPeople> people) {
        this.published = published;
        this.renderings = renderings;
        this.html = html;
        this.people = people;
    }

    /** In a demonstration it introduces the staff and leads to the mailbox too. */
    @GetMapping("/")
    String start(Model model) {
        List<Register> registers = published.registers();
        if (people.isPresent()) {
            model.addAttribute("registers", registers);
            model.addAttribute("people", people.get().all());
            return "site/start";
        }
        if (registers.size() == 1) {
            return "redirect:/r/" + registers.get(0).id();
        }
        model.addAttribute("registers", registers);
        return "site/registers";
    }

    @GetMapping("/r/{register}")
    ResponseEntity<byte[]> list(
            @PathVariable("register") String id, HttpServletRequest request, HttpServletResponse response) {
        Register register = published.register(id);
        return renderings.spoken(register, HTML, () -> html.render("site/list", model(register), request, response));
    }

    @GetMapping("/r/{register}/brand.css")
    ResponseEntity<byte[]> brand(@PathVariable("register") String id) {
        Register register = published.register(id);
        return renderings.of(register, Brand.CSS, () -> Brand.style(register.accent()));
    }

    private Map<String, Object> model(Register register) {
        Map<String, Object> model = new HashMap<>();
        model.put("list", published.list(register));
        model.put("brand", Brand.of(register));
        model.put("feed", "/r/" + register.id() + "/feed.atom");
        Published.State state = published.state(register);
        model.put("banner", state.banner());
        model.put("publisher", state.publisher());
        return model;
    }
}
