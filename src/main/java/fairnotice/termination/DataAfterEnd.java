package fairnotice.termination;

import fairnotice.calendar.Deadline;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a customer is told of its personal data once its orders have ended (GDPR art. 28(3)(g)).
 *
 * @param publisher its name
 * @param stated what the publisher states of it; null where it states nothing
 * @param askAt address to which the customer writes about it
 * @param lastDay of the last of the terminated orders, in words: the best day to have chosen by
 * @param zone of that day
 * @param over whether that day has ended
 */
public record DataAfterEnd(String publisher, String stated, String askAt, String lastDay, String zone, boolean over) {

    static DataAfterEnd of(Termination termination, Register register, Registers registers, Instant now) {
        String stated = registers
                .policy(termination.register(), termination.policyVersion())
                .settlement()
                .termination()
                .dataAfterEnd();
        Worksheet worksheet = termination.worksheet();
        return of(register.name(), stated, register.replyTo(), worksheet.elections(), worksheet.zone(), now);
    }

    static DataAfterEnd of(
            String publisher, String stated, String askAt, List<Election> elections, String zone, Instant now) {
        LocalDate last = Election.lastDay(elections);
        boolean over = Deadline.on(last, ZoneId.of(zone)).isOverAt(now);
        return new DataAfterEnd(publisher, stated, askAt, Words.day(last), zone, over);
    }
}
