package fairnotice.web.portal;

import fairnotice.objection.Act;
import fairnotice.objection.Objection;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Brand;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a step that binds a customer is confirmed: whose mailbox gets the code, and then the code. */
@Component
class OwnCodePage {

    private static final Map<String, Act> ACTS = Map.of("accept", Act.ACCEPT, "withdraw", Act.DROP);

    private final OwnCaseReading cases;
    private final Registers registers;

    OwnCodePage(OwnCaseReading cases, Registers registers) {
        this.cases = cases;
        this.registers = registers;
    }

    boolean isAskedFor(String action) {
        return ACTS.containsKey(action);
    }

    Optional<Act> act(String action) {
        return Optional.ofNullable(ACTS.get(action));
    }

    /** Whether the customer may take that step as its case stands. */
    boolean fits(Opened opened, String action) {
        return act(action)
                .flatMap(act -> cases.find(opened)
                        .filter(objection ->
                                cases.view(objection, opened.customer()).may(act.step())))
                .isPresent();
    }

    /** @param sent whether a code is on its way, so that the page asks for it */
    void fill(Opened opened, String action, boolean sent, Model model) {
        Register register = registers.named(opened.notice().register());
        Objection objection = cases.find(opened).orElseThrow();
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        model.addAttribute("own", cases.view(objection, opened.customer()));
        model.addAttribute("customer", opened.customer().name());
        model.addAttribute("contact", opened.contact().name());
        model.addAttribute("holders", cases.authority(objection, opened.customer()));
        model.addAttribute("act", action);
        model.addAttribute("sent", sent);
    }
}
