package fairnotice.web.portal;

import fairnotice.calendar.CalendarEntry.Day;
import fairnotice.calendar.Deadline;
import fairnotice.change.VendorChange;
import fairnotice.clearance.HeldBack;
import fairnotice.clearance.PastUse;
import fairnotice.clearance.ReadingClearance;
import fairnotice.customer.Customer;
import fairnotice.notice.EffectOnCustomer;
import fairnotice.notice.EffectOnCustomers;
import fairnotice.notice.Notice;
import fairnotice.notice.NoticeEntry;
import fairnotice.notice.ReadingWindows;
import fairnotice.objection.Objection;
import fairnotice.objection.ObjectionDays;
import fairnotice.objection.ObjectionState;
import fairnotice.objection.RightAfterRefusal;
import fairnotice.register.ChangeKind;
import fairnotice.web.Dates;
import fairnotice.web.Phrases;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The last days of a customer's notice and of its case, as it may take them into its calendar, with what its page says of the use. */
@Component
class OwnCalendar {

    private final NoticeEntry entry;
    private final ReadingWindows windows;
    private final ObjectionDays days;
    private final OwnObjectionReading cases;
    private final ReadingClearance clearance;
    private final EffectOnCustomers effects;
    private final Phrases phrases;
    private final Dates dates;
    private final Clock clock;

    OwnCalendar(
            NoticeEntry entry,
            ReadingWindows windows,
            ObjectionDays days,
            OwnObjectionReading cases,
            ReadingClearance clearance,
            EffectOnCustomers effects,
            Phrases phrases,
            Dates dates,
            Clock clock) {
        this.entry = entry;
        this.windows = windows;
        this.days = days;
        this.cases = cases;
        this.clearance = clearance;
        this.effects = effects;
        this.phrases = phrases;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param own its newest case of the change; empty for none */
    byte[] write(Customer customer, Notice notice, VendorChange change, Optional<Objection> own, String path) {
        Optional<Objection> exempting = clearance.exemption(customer, change);
        boolean exempted = exempting.isPresent()
                || own.filter(objection -> objection.state() == ObjectionState.EXEMPTED)
                        .isPresent();
        NoticeEntry.Use use = use(customer, notice, change, own.filter(objection -> !exempted), own);
        List<Day> agreed = Stream.concat(
                        own.map(days::of).orElse(List.of()).stream(),
                        exempting
                                .filter(objection -> !objection.change().equals(change.reference()))
                                .flatMap(objection -> days.ofHeld(change, customer.id()))
                                .stream())
                .toList();
        return entry.write(notice, change, days(notice, change, own, agreed, exempted, use), path);
    }

    /** Whether there is anything to take: a last day that lies ahead. */
    boolean isAnyAhead(Notice notice, VendorChange change, Optional<Objection> own) {
        return entry.isAnyAhead(
                days(notice, change, own, own.map(days::of).orElse(List.of()), false, NoticeEntry.Use.NONE));
    }

    private List<Day> days(
            Notice notice,
            VendorChange change,
            Optional<Objection> own,
            List<Day> agreed,
            boolean exempted,
            NoticeEntry.Use use) {
        Optional<Deadline> amended = own.map(cases::asOfNow)
                .flatMap(context -> context.rights().ownRight())
                .filter(RightAfterRefusal.OwnRight::amended)
                .map(RightAfterRefusal.OwnRight::until);
        List<Day> days = entry.days(
                notice,
                change,
                windows.closing(notice)
                        .filter(by -> !by.leavesAnother() || isOver(notice))
                        .isPresent(),
                exempted,
                agreed,
                use);
        return amended.map(until -> days.stream()
                        .map(day -> day.key().equals("objection") ? day.on(until) : day)
                        .toList())
                .orElse(days);
    }

    /** Whether another objection would be late. */
    private boolean isOver(Notice notice) {
        return notice.dates() == null || notice.dates().objectionsClose().isOverAt(clock.instant());
    }

    /** @param against its newest case, where that is not what an exemption says already */
    private NoticeEntry.Use use(
            Customer customer,
            Notice notice,
            VendorChange change,
            Optional<Objection> against,
            Optional<Objection> own) {
        String keptAway = against.flatMap(objection ->
                        clearance.heldBack(customer, change).map(held -> keptAway(held, change, objection)))
                .orElse(null);
        return new NoticeEntry.Use(keptAway, history(customer, notice, change, own));
    }

    private String keptAway(HeldBack held, VendorChange change, Objection own) {
        String closed =
                own.isSettled() && held.lastDay() == null && !own.isAmendedOpenAt(clock.instant()) ? ".closed" : "";
        return phrases.said(
                        "portal.held-back." + held.reason() + closed + modify(change),
                        change.proposal().subprocessor().name(),
                        held.lastDay() == null ? null : dates.day(held.lastDay()),
                        held.zone() == null ? null : held.zone().getId())
                + " " + phrases.said("portal.calendar.unchanged");
    }

    /** Null where it never was in effect for the customer. */
    private String history(Customer customer, Notice notice, VendorChange change, Optional<Objection> own) {
        boolean none = own.isEmpty() && notice.missedAt() == null;
        List<PastUse> past = none ? List.of() : clearance.usedBefore(customer, change);
        Optional<EffectOnCustomer> effect =
                change.isPublished() && notice.round() == change.round().number()
                        ? Optional.ofNullable(effects.of(change, List.of(customer), List.of(notice))
                                .get(customer.id()))
                        : Optional.empty();
        Optional<EffectOnCustomer> now = effect.filter(of -> of.since() != null);
        if (past.isEmpty()) {
            String since = own.filter(objection -> objection.state() == ObjectionState.EXEMPTED)
                            .isPresent()
                    ? "portal.calendar.may-be-used" + modify(change)
                    : "portal.calendar.since";
            return now.map(of -> phrases.said(
                            of.isForOtherOrders() ? "portal.calendar.since.others" : since, dates.day(of.since())))
                    .orElse(null);
        }
        StringBuilder said = new StringBuilder(phrases.said("portal.dates.used-before")).append(": ");
        for (int i = 0; i < past.size(); i++) {
            said.append(phrases.said(
                    "portal.dates.in-use.until" + (i == 0 ? "" : ".again"),
                    dates.day(past.get(i).from()),
                    ended(past.get(i))));
        }
        now.ifPresent(of -> said.append(phrases.said(
                "portal.dates.in-use.since",
                dates.day(of.since()),
                past.get(0).zone().getId())));
        return said.append('.').toString();
    }

    private String ended(PastUse past) {
        return phrases.said(
                "portal.use-ended" + past.word(),
                dates.day(past.endedOn()),
                past.admittedOn() == null ? null : dates.day(past.admittedOn()));
    }

    private static String modify(VendorChange change) {
        return change.proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "";
    }
}
