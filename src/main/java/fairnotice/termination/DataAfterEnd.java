package fairnotice.termination;

import fairnotice.register.Register;
import fairnotice.register.Registers;

/**
 * What a customer is told of its personal data once its orders have ended (GDPR art. 28(3)(g)).
 *
 * @param publisher its name
 * @param stated what the publisher states of it; null where it states nothing
 * @param askAt address to which the customer writes about it
 */
public record DataAfterEnd(String publisher, String stated, String askAt) {

    static DataAfterEnd of(Termination termination, Register register, Registers registers) {
        String stated = registers
                .policy(termination.register(), termination.policyVersion())
                .settlement()
                .termination()
                .dataAfterEnd();
        return new DataAfterEnd(register.name(), stated, register.replyTo());
    }
}
