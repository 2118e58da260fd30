package fairnotice.customer;

import fairnotice.access.Actor;
import fairnotice.customer.ImportRefused.Problem;
import fairnotice.refusal.FieldProblem;
import fairnotice.refusal.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds one customer by hand: what an import does, but that it changes none that is there. */
@Service
public class AddingCustomer {

    private final ImportedCustomers customers;
    private final Customers known;
    private final ImportingCustomers importing;

    AddingCustomer(ImportedCustomers customers, Customers known, ImportingCustomers importing) {
        this.customers = customers;
        this.known = known;
        this.importing = importing;
    }

    /** @throws Refused when the actor is no administrator of that register */
    public void mayAdd(Actor actor, String register) {
        CustomerRules.mayWrite(actor, register);
    }

    public boolean isAdder(Actor actor, String register) {
        return Refused.reason(() -> mayAdd(actor, register)).isEmpty();
    }

    /**
     * @return its id
     * @throws Refused naming every field that is wrong as the import names it, or when the actor is no administrator of that register
     */
    @Transactional
    public long add(String register, ImportedCustomer stated, Actor by) {
        CustomerRules.mayWrite(by, register);
        customers.lock(register);
        if (stated.id() != null && known.find(register, stated.id()).isPresent()) {
            throw Refused.invalid("id", "refused.customer.there", stated.id());
        }
        try {
            importing.importInto(register, List.of(stated), by);
        } catch (ImportRefused refused) {
            throw Refused.invalid(
                    refused.problems().stream().map(AddingCustomer::problem).toList());
        }
        return known.find(register, stated.id()).orElseThrow().id();
    }

    private static FieldProblem problem(Problem problem) {
        return new FieldProblem(problem.field(), problem.phrase());
    }
}
