package fairnotice.notice;

import fairnotice.calendar.HolidayCalendars;
import fairnotice.calendar.Holidays;
import fairnotice.calendar.Period;
import fairnotice.customer.PromisedTerms;
import fairnotice.customer.Terms;
import fairnotice.refusal.Language;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class ComparingTerms implements PromisedTerms {

    private final Registers registers;
    private final HolidayCalendars calendars;

    ComparingTerms(Registers registers, HolidayCalendars calendars) {
        this.registers = registers;
        this.calendars = calendars;
    }

    @Override
    public Promise of(String register, Instant now) {
        NoticePolicy policy = registers.getById(register).policy();
        Holidays holidays = calendars.getById(policy.holidayCalendar());
        LocalDate today = LocalDate.ofInstant(now, policy.zone());
        Map<Terms, Terms> known = new HashMap<>();
        return terms -> known.computeIfAbsent(
                terms,
                any -> new Terms(
                        noLess(terms.notice(), policy.notice().period(), today, holidays),
                        noLess(terms.objection(), policy.objection().period(), today, holidays),
                        policy.expedited() == null && Boolean.TRUE.equals(terms.expeditedAllowed())
                                ? null
                                : terms.expeditedAllowed(),
                        terms.clause()));
    }

    @Override
    public Language language(String register) {
        return registers.getById(register).policy().language();
    }

    /** @return null where it is less, or none was negotiated */
    private static Period noLess(Period negotiated, Period promised, LocalDate today, Holidays holidays) {
        return negotiated == null || negotiated.mayBeShorterThan(promised, today, holidays) ? null : negotiated;
    }
}
