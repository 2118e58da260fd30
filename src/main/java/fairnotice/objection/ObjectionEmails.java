package fairnotice.objection;

import fairnotice.access.Link;
import fairnotice.access.LinkPurpose;
import fairnotice.calendar.Deadline;
import fairnotice.change.ChangeState;
import fairnotice.change.Proposal;
import fairnotice.change.VendorChange;
import fairnotice.customer.Contact;
import fairnotice.customer.Customer;
import fairnotice.mail.Email;
import fairnotice.mail.EmailTemplates;
import fairnotice.mail.Kind;
import fairnotice.mail.Mailings;
import fairnotice.mail.NewMailing;
import fairnotice.mail.Outgoing;
import fairnotice.notice.Notice;
import fairnotice.refusal.EmailAddress;
import fairnotice.refusal.Phrase;
import fairnotice.refusal.WrittenDay;
import fairnotice.register.ChangeKind;
import fairnotice.register.NoticePolicy;
import fairnotice.register.Register;
import fairnotice.register.Registers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Writes to the people of a case: every contact of its customer, or whoever filed what is not matched yet. */
@Service
class ObjectionEmails {

    private final ObjectionContext file;
    private final RightAfterRefusal rights;
    private final ObjectionParties parties;
    private final Registers registers;
    private final EmailTemplates letters;
    private final Mailings mailings;
    private final Clock clock;

    ObjectionEmails(
            ObjectionContext file,
            RightAfterRefusal rights,
            ObjectionParties parties,
            Registers registers,
            EmailTemplates letters,
            Mailings mailings,
            Clock clock) {
        this.file = file;
        this.rights = rights;
        this.parties = parties;
        this.registers = registers;
        this.letters = letters;
        this.mailings = mailings;
        this.clock = clock;
    }

    /** Writes to all who belong to the case; a letter already written is not written again. */
    void write(Objection objection, ObjectionEmail letter, EmailFacts says) {
        writeBut(Set.of(), objection, letter, says);
    }

    /** The same to all but those contacts, by their ids. */
    void writeBut(Set<Long> known, Objection objection, ObjectionEmail letter, EmailFacts says) {
        write(
                objection,
                letter,
                says,
                recipients -> recipients
                        .filter(each -> !known.contains(each.contact()))
                        .map(each -> letter.isReceipt() ? answering(objection.filing(), each) : each));
    }

    /** The same to those contacts alone, by their ids. */
    void writeOnly(Set<Long> contacts, Objection objection, ObjectionEmail letter, EmailFacts says) {
        write(objection, letter, says, recipients -> recipients.filter(each -> contacts.contains(each.contact())));
    }

    /** Answers an email that was added to the objection, to the contact that is said to have sent it and to nobody else. @param message of the thread */
    void writeAdded(Objection objection, long message, Submission email, Instant receivedAt) {
        EmailFact received = EmailFact.said("added", () -> minute(file.policy(objection), receivedAt));
        write(
                objection,
                ObjectionEmail.ADDED,
                EmailFacts.dated(List.of(received)).numbered(Math.toIntExact(message)),
                recipients -> recipients.filter(each -> isFrom(email, each)).map(each -> answering(email, each)));
    }

    private void write(
            Objection objection, ObjectionEmail letter, EmailFacts says, UnaryOperator<Stream<Outgoing>> recipients) {
        Optional<Notice> notice = notice(objection);
        List<Outgoing> to =
                recipients.apply(recipients(objection, notice).stream()).toList();
        if (to.isEmpty()) {
            return;
        }
        Register register = registers.getById(objection.register());
        String key = "objection/" + letter.word() + "/" + objection.reference() + "/" + says.number();
        mailings.send(
                NewMailing.spoken(
                        to,
                        () -> inThread(register, key, objection, notice, letter(objection, letter, says, register))),
                to);
    }

    /**
     * Writes a letter that starts the customer's time; what becomes of it is told to its owner.
     *
     * @param times how often it was written before
     */
    void writeFollowed(Objection objection, EmailKey key, int times, EmailFacts says, List<Contact> to) {
        Register register = registers.getById(objection.register());
        Optional<Notice> notice = notice(objection);
        List<Outgoing> messages = outgoing(objection, notice, to);
        long mailing = mailings.open(NewMailing.spoken(
                messages,
                () -> inThread(
                        register,
                        key.mailing(times),
                        objection,
                        notice,
                        letter(objection, key.letter(), says, register))));
        mailings.append(mailing, messages);
        mailings.seal(mailing);
    }

    private Email letter(Objection objection, ObjectionEmail letter, EmailFacts says, Register register) {
        boolean known = objection.customer() != null;
        Map<String, Object> model =
                model(register, file.policy(objection), file.change(objection), objection.reference(), letter, says);
        String next = next(objection, letter);
        model.put("next", next);
        if (letter == ObjectionEmail.MOOT && file.change(objection).state() == ChangeState.UNLISTED) {
            model.put("letter", letter.word() + "-unlisted");
            model.put("first", "objection.letter." + letter.word() + "-unlisted.first");
        }
        boolean ahead = next.equals("next") || next.equals("next.ended");
        model.put("told", ahead && tellsLater(objection, letter) ? told(objection) : null);
        model.put("replaced", staysInUse(objection, letter));
        model.put("replacedOver", next.startsWith("next.in-effect") ? replacedOver(objection, letter) : null);
        if (known) {
            forOthers(objection, model);
        }
        model.put("parted", !model.get("others").equals("") && (letter.saysEffect() || letter.isOffer()));
        model.put(
                "named",
                letter.offersTermination() ? file.namedOrders(objection).orElse(null) : null);
        boolean own = sayOwnRight(objection, letter, model);
        model.put(
                "another",
                own
                        ? null
                        : AnotherObjection.in(letter, objection, file, clock.instant())
                                .orElse(null));
        model.put(
                "anotherUntil",
                model.get("another") instanceof AnotherObjection another && another.until() != null
                        ? day(another.until().lastDay())
                        : "");
        if (letter.saysThatUseStopped()
                || letter.admits() && file.admittedAnew(objection).isPresent()) {
            stopped(objection, model);
        }
        Optional<Objection> standing = letter.saysWhatStands() ? file.earlierStanding(objection) : Optional.empty();
        model.put("standing", standing.map(Objection::reference).orElse(null));
        model.put("stays", stays(objection, letter));
        FinalRefusal ifFinal = letter.saysIfFinal() ? ifFinal(objection) : null;
        model.put("ifFinal", ifFinal);
        model.put("finalObject", ifFinal == null || ifFinal.objectUntil() == null ? "" : day(ifFinal.objectUntil()));
        model.put("finalDay", ifFinal == null || ifFinal.day() == null ? "" : day(ifFinal.day()));
        if (letter.promisesAnswer() && objection.isToBeAdmittedAnew()) {
            model.put("missed", "portal.case.until.missed.again");
        }
        model.put("groundsBy", groundsBy(objection, letter));
        if (letter == ObjectionEmail.RECEIPT_WITHOUT_GROUNDS && waitsForGrounds(objection)) {
            model.put("first", model.get("first") + ".grounds");
            model.put("next", next + (isOver(objection.answerDueAt()) ? ".grounds-awaited" : ".grounds"));
        }
        if (letter.isReceipt() && letter.promisesAnswer() && isOver(says.until())) {
            sayOverdue(letter, next, model);
        }
        model.put("follows", follows(objection, letter));
        model.put("late", objection.late() && letter.isReceipt());
        if (letter.saysWhatIsSettled()) {
            settling(objection, letter == ObjectionEmail.AGREED ? "agreed" : "accept", model);
        }
        model.put("replaces", letter.isOffer() ? replaced(objection) : null);
        model.put("path", notice(objection).isPresent() ? "/n" : null);
        model.put("why", known ? why(register) : whose(register));
        return says.more().apply(compose(letter, model));
    }

    /** That the use stopped with this objection, or with an earlier one, where there was any. */
    private void stopped(Objection objection, Map<String, Object> model) {
        Optional<Objection> before = file.stoppedBefore(objection);
        Objection stopping = before.orElse(objection);
        if (before.isEmpty() && !file.stoppedUse(objection)) {
            return;
        }
        ZoneId zone = file.policy(stopping).zone();
        String admitted = file.admittedAnew(stopping)
                .map(at -> day(LocalDate.ofInstant(at, zone)))
                .orElse(null);
        String itself = admitted == null ? "portal.stopped" : "portal.stopped.admitted";
        model.put("stopped", before.isPresent() ? "portal.stopped.before" : itself);
        model.put("stoppedOn", day(LocalDate.ofInstant(stopping.receivedAt(), zone)));
        model.put("stoppedAdmitted", admitted);
    }

    /** For what of its customer's the change may take effect, and what has to end before. */
    private void forOthers(Objection objection, Map<String, Object> model) {
        model.put("awaited", file.awaited(objection));
        if (file.isForOthers(objection)) {
            model.put("others", ".others");
            model.put(
                    "dates",
                    ((List<?>) model.get("dates"))
                            .stream()
                                    .map(each -> ((EmailFact) each).forOthers())
                                    .toList());
        }
    }

    /** What else of its customer's the agreement settles, or takes the place of. @param when the word for accepting or having accepted */
    private void settling(Objection objection, String when, Map<String, Object> model) {
        List<String> settled = file.alsoSettled(objection);
        model.put("settles", settled.isEmpty() ? null : "portal." + when + ".settles");
        model.put("settled", String.join(", ", settled));
        model.put("settledCount", settled.size());
        Optional<String> replaced = file.replacedExemption(objection, clock.instant());
        model.put("replacesExemption", replaced.isPresent() ? "portal." + when + ".replaces" : null);
        model.put("exemptionReplaced", replaced.orElse(""));
        if (when.equals("accept")) {
            usedUntilAccepted(objection, model);
        }
    }

    /** What an offer means for the vendor that the change replaces. */
    private void usedUntilAccepted(Objection objection, Map<String, Object> model) {
        Proposal proposal = file.change(objection).proposal();
        if (proposal.kind() == ChangeKind.REPLACE && !file.isForOthers(objection)) {
            file.terms(objection, clock.instant())
                    .ifPresent(terms -> model.put("accepting", "portal.accept.replaced" + terms.replaced()));
            model.put("acceptingReplaces", proposal.replaces());
        }
    }

    private boolean isOver(Instant end) {
        return !clock.instant().isBefore(end);
    }

    /** What was recorded late may be received after the day for its answer: that is still to come. */
    private static void sayOverdue(ObjectionEmail letter, String next, Map<String, Object> model) {
        model.put("first", model.get("first") + ".overdue");
        model.put("decides", "objection.letter.receipt-again.decides.overdue");
        model.put("missed", "portal.case.until.missed.past");
        if (letter != ObjectionEmail.RECEIPT_AGAIN) {
            model.put("next", next + ".overdue");
        }
    }

    /** Until when its customer may still give the grounds that the promise asks for; null where none are awaited. */
    private String groundsBy(Objection objection, ObjectionEmail letter) {
        NoticePolicy policy = file.policy(objection);
        Instant closes = objection.windowClosesAt();
        return letter == ObjectionEmail.RECEIPT_WITHOUT_GROUNDS
                        && policy.groundsRequired()
                        && objection.filing().grounds() == Grounds.NOT_GIVEN
                        && closes != null
                        && clock.instant().isBefore(closes)
                ? day(policy, closes)
                : null;
    }

    /** Whether the grounds may still come after the day on which its answer is due. */
    private boolean waitsForGrounds(Objection objection) {
        Instant closes = objection.windowClosesAt();
        return closes != null && clock.instant().isBefore(closes) && closes.isAfter(objection.answerDueAt());
    }

    /** What a refusal says of who filed it; null where that was the customer. */
    private static String follows(Objection objection, ObjectionEmail letter) {
        if (isForTheSender(objection, letter)) {
            return "portal.case.refused-for-sender";
        }
        return letter.refuses() && objection.isRefusedUnadopted() ? "portal.case.refused-unadopted" : null;
    }

    /** What makes it the customer's own, or has; null where it is, and always was. */
    private static String adopts(Objection objection, ObjectionEmail letter) {
        if (letter == ObjectionEmail.REFUSED && isForTheSender(objection, letter)) {
            return "portal.appeal.adopts";
        }
        if (letter == ObjectionEmail.REFUSED && objection.isRefusedUnadopted()) {
            return "portal.appeal.adopts.unadopted";
        }
        if (letter == ObjectionEmail.CONTESTED && objection.refusedFor() == RefusalReason.NOT_ENTITLED) {
            return "portal.case.adopted";
        }
        boolean received = letter.isReceipt() && letter != ObjectionEmail.RECEIPT_UNMATCHED;
        return received && objection.customer() != null && objection.isNobodysOwn() ? "portal.case.nobodys-own" : null;
    }

    /** Whether it was refused for who filed it, and not for what its customer may do. */
    private static boolean isForTheSender(Objection objection, ObjectionEmail letter) {
        return objection.refusedFor() == RefusalReason.NOT_ENTITLED && letter.refuses();
    }

    /** The vendor that may go on being used while the one that replaces it is kept away; null where none is, or nothing is kept away. */
    private String staysInUse(Objection objection, ObjectionEmail letter) {
        Proposal proposal = file.change(objection).proposal();
        boolean exempted = letter == ObjectionEmail.AGREED && objection.state() == ObjectionState.EXEMPTED;
        boolean kept = exempted || letter.keepsAway() && !objection.isToBeAdmittedAnew();
        return kept && objection.customer() != null && proposal.kind() == ChangeKind.REPLACE
                ? proposal.replaces()
                : null;
    }

    /** The vendor that may no longer be used, where the one that replaces it may be from now on; null where none is. */
    private String replacedOver(Objection objection, ObjectionEmail letter) {
        Proposal proposal = file.change(objection).proposal();
        boolean letIn = letter.closes() || letter == ObjectionEmail.EXEMPTION_ENDED;
        return letIn && proposal.kind() == ChangeKind.REPLACE && !file.isForOthers(objection)
                ? proposal.replaces()
                : null;
    }

    /** A refusal of what was not the customer's own, or of what kept it from objecting to what was amended, takes nothing from it: what it can still do, until when, and what an appeal makes of it. */
    private boolean sayOwnRight(Objection objection, ObjectionEmail letter, Map<String, Object> model) {
        boolean added = letter == ObjectionEmail.ADDED;
        boolean toRefused = added && objection.state() == ObjectionState.REFUSED;
        Optional<RightAfterRefusal.OwnRight> right =
                toRefused || letter.refuses() || letter == ObjectionEmail.REFUSAL_FINAL
                        ? rights.ownRight(objection)
                        : Optional.empty();
        right.ifPresent(own -> {
            model.put("ownRight", (own.amended() ? "portal.object.amended" : "portal.object.own") + word(own));
            model.put("ownUntil", own.until() == null ? "" : day(own.until().lastDay()));
        });
        String adopts = adopts(objection, letter);
        boolean sender = letter == ObjectionEmail.REFUSED && isForTheSender(objection, letter);
        boolean only = sender && !objection.late() && !file.policy(objection).groundsRequired();
        model.put("adopts", adopts);
        model.put("onAppeal", only ? "portal.appeal.adopts.only" : sender ? "portal.appeal.adopts.other" : null);
        if ((toRefused || letter == ObjectionEmail.REFUSED) && right.isPresent()) {
            model.put("place", "portal.object.own.place");
            model.put("placeOf", objection.reference());
        }
        if ((added || letter.isReceipt()) && objection.canBecomeItsCustomers()) {
            model.put("place", "portal.object.joins");
            model.put("placeOf", objection.reference());
        }
        if (letter.isReceipt()) {
            file.takesPlaceOf(objection).ifPresent(replaced -> {
                model.put("replacing", replaced.takesNothing() ? "portal.case.place" : "portal.case.place.late");
                model.put("replacedCase", replaced.reference());
            });
        }
        return right.isPresent();
    }

    private static String word(RightAfterRefusal.OwnRight own) {
        return own.until() == null ? ".waiting" : own.late() ? ".late" : "";
    }

    /** Whether its case is closed with the change still ahead of its customer. */
    private static boolean tellsLater(Objection objection, ObjectionEmail letter) {
        return letter.closes() && objection.state() != ObjectionState.EXEMPTED;
    }

    /** The key of that what was agreed before stays, whatever becomes of this objection or of another one; null where nothing holds. */
    private String stays(Objection objection, ObjectionEmail letter) {
        String exemption = exemptionStays(objection, letter);
        String safeguard = exemption == null ? safeguardStays(letter) : null;
        boolean holds = safeguard != null
                && objection.customer() != null
                && file.isOnSafeguard(objection)
                && file.keptAway(objection, clock.instant()).isEmpty();
        return holds ? safeguard + modify(objection) : exemption;
    }

    /** The key of that a safeguard stays, where one was agreed; null in letters that speak of none. */
    private static String safeguardStays(ObjectionEmail letter) {
        if (letter.saysWhatStands()) {
            return "portal.case.safeguard";
        }
        if (letter == ObjectionEmail.AGREED) {
            return "portal.object.safeguard";
        }
        return letter.closes() ? "portal.case.safeguard.closed" : null;
    }

    private String modify(Objection objection) {
        return file.change(objection).proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "";
    }

    private String exemptionStays(Objection objection, ObjectionEmail letter) {
        if (letter.saysWhatStands()) {
            return file.keptAway(objection, clock.instant())
                    .filter(by -> by == KeptAway.EXEMPTED)
                    .map(by -> "portal.case.exempted")
                    .orElse(null);
        }
        boolean runs = letter == ObjectionEmail.AGREED || letter == ObjectionEmail.EXEMPTION_ENDS;
        return runs && objection.state() == ObjectionState.EXEMPTED ? "portal.object.exempted" : null;
    }

    /** The day of the offer that the last one replaces; null for the first. */
    private String replaced(Objection objection) {
        return file.replacedOffer(objection).map(ObjectionEmails::day).orElse(null);
    }

    private FinalRefusal ifFinal(Objection objection) {
        return rights.ifRefusalBecomesFinal(objection, clock.instant()).orElse(null);
    }

    /** The key of whether the customer hears when the change has taken effect. */
    private String told(Objection objection) {
        return "portal.next." + (file.isToldLater(objection) ? "told" : "untold.mail");
    }

    private boolean lacksGrounds(Objection objection) {
        return file.policy(objection).groundsRequired() && objection.filing().grounds() == Grounds.NOT_GIVEN;
    }

    /** The end of the key of what comes next. */
    private String next(Objection objection, ObjectionEmail letter) {
        if (letter == ObjectionEmail.MESSAGE && objection.isSettled()) {
            return "next.closed";
        }
        Optional<KeptAway> kept =
                letter.saysWhatFollows() ? file.keptAway(objection, clock.instant()) : Optional.empty();
        if (kept.isPresent()) {
            return "next." + kept.get().word();
        }
        if (letter == ObjectionEmail.RECEIPT_UNMATCHED && lacksGrounds(objection)) {
            return "next.without-grounds";
        }
        if (letter == ObjectionEmail.ADDED && EmailKey.awaited(objection).isPresent()) {
            return "next." + objection.state();
        }
        if (letter == ObjectionEmail.STANDS && objection.customer() != null && objection.isNobodysOwn()) {
            return "next.unadopted";
        }
        if (letter.saysThatRefusalIsFinal() && objection.leavesAmended()) {
            return "next.amended";
        }
        if (letter.saysHowItIsAssessed() && file.canOnlyBeAdmitted(objection)) {
            return "next.own";
        }
        if (objection.isToBeAdmittedAnew() && letter.saysWhatIsKeptAway()) {
            return "next.again";
        }
        if (letter.saysDataAfterEnd()
                && file.policy(objection).settlement().termination() != null
                && file.policy(objection).settlement().termination().dataAfterEnd() != null) {
            return "next.stated";
        }
        if (!letter.saysEffect() || !file.isInEffect(objection)) {
            if (letter == ObjectionEmail.AGREED && objection.isExemptedWithoutEnd()) {
                return "next.without-end";
            }
            boolean over = file.awaited(objection) == Awaited.NOTICE && file.isNoticeOver(objection);
            return letter.namesNoticeEnd() && over ? "next.ended" : "next";
        }
        if (letter == ObjectionEmail.AGREED && objection.state() == ObjectionState.EXEMPTED) {
            return "next.exempted";
        }
        if (objection.again() && letter.endsWithoutHavingStood()) {
            return "next.in-effect.again";
        }
        boolean modification = file.change(objection).proposal().kind() == ChangeKind.MODIFY;
        return letter == ObjectionEmail.EXEMPTION_ENDED && modification ? "next.in-effect.MODIFY" : "next.in-effect";
    }

    /**
     * A code for one step, to one contact, in the thread of its case.
     *
     * @param until when the code ends
     * @param step what is confirmed, with all that its holder has to know
     * @param follows key of the sentence on what the step does; null for none
     */
    void writeCode(Objection objection, Contact contact, String code, Instant until, EmailFacts step, String follows) {
        Outgoing to = new Outgoing(
                        objection.id(),
                        contact.id(),
                        contact.email(),
                        contact.name(),
                        Map.of("customer", customer(objection)),
                        null)
                .in(contact.language());
        Register register = registers.getById(objection.register());
        String key = "objection/code/" + objection.reference() + "/" + UUID.randomUUID();
        NewMailing mailing = NewMailing.spoken(
                List.of(to),
                () -> inThread(
                        register,
                        key,
                        objection,
                        notice(objection),
                        code(objection, register, code, until, step, follows)));
        mailings.send(mailing, List.of(to));
    }

    private Email code(
            Objection objection, Register register, String code, Instant until, EmailFacts step, String follows) {
        NoticePolicy policy = file.policy(objection);
        Map<String, Object> model =
                model(register, policy, file.change(objection), objection.reference(), ObjectionEmail.CODE, step);
        model.put("late", false);
        model.put("code", code);
        forOthers(objection, model);
        model.put("parted", !model.get("others").equals("") && step.cure() != null);
        if (step.cure() != null) {
            settling(objection, "accept", model);
        }
        model.put("follows", follows);
        model.put("replaces", step.cure() == null ? null : replaced(objection));
        model.put("validUntil", minute(policy, until));
        model.put("why", why(register));
        return compose(ObjectionEmail.CODE, model);
    }

    /** Asks whoever filed on the page open to all whether the address is theirs; shows nothing that was typed there.
     * In the language of that page. */
    void writeConfirmation(Unconfirmed filing, VendorChange change, NoticePolicy policy, Instant now) {
        Register register = registers.getById(change.register());
        Link link = new Link(LinkPurpose.CONFIRM_OBJECTION, filing.id(), filing.id(), 0);
        Outgoing to = new Outgoing(filing.id(), filing.id(), filing.email(), filing.email(), Map.of(), link)
                .in(filing.language());
        String about = "unconfirmed-" + filing.id();
        mailings.send(
                NewMailing.spoken(
                        List.of(to),
                        () -> mailing(
                                register,
                                "objection/confirm/" + about + "/0",
                                about,
                                confirmation(register, change, policy, now))),
                List.of(to));
    }

    private Email confirmation(Register register, VendorChange change, NoticePolicy policy, Instant now) {
        Map<String, Object> model =
                model(register, policy, change, change.reference(), ObjectionEmail.CONFIRM, EmailFacts.NOTHING);
        model.put("late", false);
        model.put("path", "/filings");
        model.put("date", minute(policy, Unconfirmed.toBeConfirmedBy(now)));
        model.put("why", whose(register));
        return compose(ObjectionEmail.CONFIRM, model);
    }

    private Email compose(ObjectionEmail letter, Map<String, Object> model) {
        return letters.compose("objection", letter.subject(), model);
    }

    /** What goes to the people of a case stands in one thread for each of them: that of the customer's notice, where they got it. */
    private static NewMailing inThread(
            Register register, String key, Objection objection, Optional<Notice> notice, Email letter) {
        NewMailing own = mailing(register, key, objection.reference(), letter).in("objection/" + objection.reference());
        return notice.map(of -> own.following(of.conversation(), of.id())).orElse(own);
    }

    /** Its customer's newest notice; none while it is not matched. */
    private Optional<Notice> notice(Objection objection) {
        return Optional.ofNullable(objection.customer()).flatMap(customer -> file.notice(objection.change(), customer));
    }

    /** The receipt of what came by email answers that email, for whoever wrote it. */
    private static Outgoing answering(Submission email, Outgoing message) {
        return email.messageId() != null && isFrom(email, message) ? message.answering(email.messageId()) : message;
    }

    private static boolean isFrom(Submission email, Outgoing message) {
        return email.email() != null
                && EmailAddress.comparable(email.email()).equals(EmailAddress.comparable(message.address()));
    }

    private static NewMailing mailing(Register register, String key, String about, Email letter) {
        return new NewMailing(
                key,
                Kind.CONTRACTUAL,
                about,
                register.name(),
                register.sender(),
                register.replyTo(),
                register.id() + ".objections.fairnotice",
                letter);
    }

    private static Map<String, Object> model(
            Register register,
            NoticePolicy policy,
            VendorChange change,
            String reference,
            ObjectionEmail letter,
            EmailFacts says) {
        Map<String, Object> model = new HashMap<>();
        model.put("publisher", register.name());
        model.put("replyTo", register.replyTo());
        model.put("letter", letter.word());
        model.put("first", "objection.letter." + letter.word() + ".first");
        model.put("reference", reference);
        model.put("change", change.reference());
        model.put("vendorName", change.proposal().subprocessor().name());
        model.put("date", says.until() == null ? "" : day(policy, says.until()));
        model.put("zone", policy.zone().getId());
        model.put("binding", policy.binding());
        model.put("quote", says.quote() == null || says.quote().isBlank() ? null : says.quote());
        String modify = change.proposal().kind() == ChangeKind.MODIFY ? ".MODIFY" : "";
        model.put("modify", modify);
        model.put("missed", letter.promisesAnswer() ? "portal.case.until.missed" : null);
        model.put("rightStays", letter == ObjectionEmail.ANSWER_MISSED && policy.remedy() != NoticePolicy.Remedy.NONE);
        model.put(
                "ifAdmitted", "portal.case.if-admitted" + (policy.remedy() == NoticePolicy.Remedy.NONE ? ".NONE" : ""));
        model.put("answerWithin", policy.settlement().answerWithin());
        model.put("dates", says.dates().stream().map(dated -> dated.in(modify)).toList());
        model.put("startsTime", letter.startsTime());
        model.put("silence", letter.isOffer() ? silence(policy) : null);
        model.put("lost", policy.remedy() == NoticePolicy.Remedy.NONE ? null : lostByAccepting(letter, says));
        Deadline offer = says.offerUntil();
        model.put("offerUntil", offer == null ? null : lastDay(offer.lastDay(), offer.zone()));
        boolean speaksOfTermination =
                letter.isOffer() || says.offerUntil() != null || letter == ObjectionEmail.ANSWER_MISSED;
        model.put(
                "refund",
                policy.remedy() == NoticePolicy.Remedy.NONE || !speaksOfTermination
                        ? null
                        : "portal.refund." + policy.remedy());
        model.put(
                "noOffer",
                "objection.letter.no-offer" + (letter == ObjectionEmail.OFFER_MISSED ? ".missed" : "")
                        + (policy.remedy() == NoticePolicy.Remedy.NONE ? ".none" : ""));
        model.put("cure", "EXEMPTION_WITHOUT_END".equals(says.cure()) ? says.cure() + modify : says.cure());
        model.put("others", "");
        model.put("awaited", Awaited.NOTICE);
        model.put("parted", false);
        model.put("next", "next");
        model.put("decides", "objection.letter.receipt-again.decides");
        model.put("anotherUntil", "");
        model.put("ownUntil", "");
        model.put("placeOf", "");
        model.put("stoppedOn", "");
        model.put("acceptingReplaces", "");
        model.put("finalDay", "");
        model.put("finalObject", "");
        model.put(
                "closedIfFinal", "portal.final.closed" + (policy.remedy() == NoticePolicy.Remedy.NONE ? ".NONE" : ""));
        return model;
    }

    /** The key of what an offer costs whoever accepts it; null in letters that are about none. */
    private static String lostByAccepting(ObjectionEmail letter, EmailFacts says) {
        if (letter == ObjectionEmail.AGREED) {
            return "objection.letter.lost." + Withdrawal.FILED;
        }
        return letter.isOffer() || letter == ObjectionEmail.CODE && says.cure() != null ? "portal.accept.lost" : null;
    }

    /** The key of what follows when an offer is not answered. */
    private static String silence(NoticePolicy policy) {
        return "objection.letter.silence" + (policy.remedy() == NoticePolicy.Remedy.NONE ? ".none" : "");
    }

    private List<Outgoing> recipients(Objection objection, Optional<Notice> notice) {
        return objection.customer() == null
                ? sender(objection)
                : outgoing(objection, notice, parties.readers(objection));
    }

    private List<Outgoing> outgoing(Objection objection, Optional<Notice> notice, List<Contact> contacts) {
        Map<String, String> fields = Map.of("customer", customer(objection));
        return contacts.stream()
                .map(contact -> new Outgoing(
                                objection.id(),
                                contact.id(),
                                contact.email(),
                                contact.name(),
                                fields,
                                notice.map(of -> new Link(LinkPurpose.NOTICE, of.id(), contact.id(), contact.epoch()))
                                        .orElse(null))
                        .in(contact.language()))
                .toList();
    }

    private List<Outgoing> sender(Objection objection) {
        String email = objection.filing().email();
        return email == null
                ? List.of()
                : List.of(new Outgoing(
                                objection.id(),
                                0,
                                email,
                                objection.filing().sender(),
                                Map.of("customer", customer(objection)),
                                null)
                        .in(file.languageOfSender(objection)));
    }

    /** The customer's name; while it is not matched, the one its sender gave. */
    private String customer(Objection objection) {
        Submission filing = objection.filing();
        String given = filing.organisation() == null || filing.organisation().isBlank()
                ? filing.sender()
                : filing.organisation();
        return parties.customer(objection).map(Customer::name).orElse(given == null ? "" : given);
    }

    static String day(NoticePolicy policy, Instant endsAt) {
        return WrittenDay.inWords(Deadline.endingAt(endsAt, policy.zone()).lastDay());
    }

    static String day(LocalDate day) {
        return WrittenDay.inWords(day);
    }

    /** "31 March 2027 (America/Toronto)" */
    static String day(LocalDate day, ZoneId zone) {
        return day(day) + " (" + zone.getId() + ")";
    }

    /** The last day of a deadline that ends then, in the policy's zone and with it. */
    static String lastDay(NoticePolicy policy, Instant endsAt) {
        return lastDay(Deadline.endingAt(endsAt, policy.zone()).lastDay(), policy.zone());
    }

    static String lastDay(LocalDate day, ZoneId zone) {
        return Phrase.of("said.end-of", day, zone).said();
    }

    static String moment(NoticePolicy policy, Instant at) {
        return WrittenDay.second(LocalDateTime.ofInstant(at, policy.zone())) + " ("
                + policy.zone().getId() + ")";
    }

    /** "26 November 2026, 14:32 (UTC)" */
    private static String minute(NoticePolicy policy, Instant at) {
        return WrittenDay.minute(LocalDateTime.ofInstant(at, policy.zone())) + " ("
                + policy.zone().getId() + ")";
    }

    private static String why(Register register) {
        return Phrase.of("said.why.objection", register.name()).said();
    }

    private static String whose(Register register) {
        return Phrase.of("said.why.given", register.name()).said();
    }
}
