package fairnotice.web.portal;

import fairnotice.change.Proposal;
import fairnotice.change.VendorChanges;
import fairnotice.objection.Act;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionContext;
import fairnotice.objection.RequestingCode;
import fairnotice.register.ChangeKind;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import fairnotice.web.Brand;
import fairnotice.web.portal.OpenedNotices.Opened;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a step that binds a customer is confirmed: whose mailbox gets the code, and then the code. */
@Component
class OwnCodePage {

    private static final Map<String, Act> ACTS = Map.of("accept", Act.ACCEPT, "withdraw", Act.DROP);

    private final OwnObjectionReading cases;
    private final Registers registers;
    private final VendorChanges changes;
    private final RequestingCode asking;

    OwnCodePage(OwnObjectionReading cases, Registers registers, VendorChanges changes, RequestingCode asking) {
        this.cases = cases;
        this.registers = registers;
        this.changes = changes;
        this.asking = asking;
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
                        .filter(objection -> cases.view(cases.asOfNow(objection), opened.customer())
                                .may(act.step())))
                .isPresent();
    }

    /** Null where the contact has no code that could be used. */
    private Instant validUntil(Opened opened, Objection objection, AnswerForm form) {
        return form.holder()
                .flatMap(holder ->
                        asking.validUntil(objection, act(form.action()).orElseThrow(), holder, opened.actor()))
                .orElse(null);
    }

    /** Whether the contact chosen has one that could be used. */
    boolean hasCode(Opened opened, AnswerForm form) {
        return validUntil(opened, cases.find(opened).orElseThrow(), form) != null;
    }

    /** Whoever has a code already is asked for it, whoever had it mailed. */
    AnswerForm withOwnCode(Opened opened, AnswerForm form, boolean again) {
        AnswerForm own = form.codeOf(opened.contact().id());
        boolean asked = form.contact().isEmpty() && !again;
        return asked && hasCode(opened, own) ? own : form;
    }

    /** @param sent whether a code is on its way, so that the page asks for it */
    void fill(Opened opened, AnswerForm form, boolean sent, Model model) {
        Register register = registers.getById(opened.notice().register());
        Objection objection = cases.find(opened).orElseThrow();
        model.addAttribute("brand", Brand.of(register));
        model.addAttribute("register", register);
        ObjectionContext asOfNow = cases.asOfNow(objection);
        model.addAttribute("own", cases.view(asOfNow, opened.customer()));
        Proposal proposal = changes.getByReference(objection.change()).proposal();
        model.addAttribute("modification", proposal.kind() == ChangeKind.MODIFY);
        model.addAttribute("replaces", proposal.kind() == ChangeKind.REPLACE ? proposal.replaces() : null);
        model.addAttribute("vendorName", proposal.subprocessor().name());
        model.addAttribute("customer", opened.customer().name());
        model.addAttribute("contact", opened.contact().name());
        model.addAttribute("holders", cases.authority(objection));
        model.addAttribute("holder", cases.otherHolder(opened, objection, form.holder()));
        model.addAttribute("act", form.action());
        ObjectionContext context = asOfNow.of(objection);
        model.addAttribute("remedy", context.policy().remedy());
        model.addAttribute("forOthers", context.isForOthers());
        model.addAttribute("lastUntilAdmitted", objection.isLastUntilAdmitted());
        model.addAttribute("ifWithdrawn", asOfNow.ifWithdrawn());
        model.addAttribute("sent", sent);
        model.addAttribute("validUntil", validUntil(opened, objection, form));
    }
}
